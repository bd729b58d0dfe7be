import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/index.ts'
import { baselineText, prunedBaseline, readBaseline } from '../../src/workflow/baseline.ts'
import { checkProject, checkProjectChanges, type ProjectChangesOptions } from '../../src/workflow/check-project.ts'
import { openProject, workingTree } from '../../src/workflow/project.ts'
import { tilmash } from '../commands/tilmash.ts'
import { names, type SampleProject, sampleProject } from './sample-project.ts'

const sourceWas = (base: string): string => base
const marauding = 'A wave of marauding swept the cities.'
const maraudingRu = 'По городам прокатилась волна мародёрства.'

function git(project: SampleProject, ...words: readonly string[]): void {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...identity, ...words], { cwd: project.root, stdio: 'ignore' })
}

function committed(): SampleProject {
  const project = sampleProject()
  git(project, 'init', '-q')
  git(project, 'add', '-A')
  git(project, 'commit', '-q', '-m', 'start')
  return project
}

async function changes(project: SampleProject, options: Partial<ProjectChangesOptions>): Promise<readonly string[]> {
  const { findings } = await checkProjectChanges(openProject(project.root), {
    sourceWas,
    only: ['drift', 'completeness/missing-segment', 'numbers'],
    ...options,
  })
  return names(findings.filter(({ level }) => level !== 'info'))
}

describe('only what is new since a commit', () => {
  it('leaves out what was so before, also when it has moved to another line', async () => {
    const project = committed()
    project.replace('en.txt', 'from 3 to 13 percent', 'from 3 to 14 percent')
    git(project, 'commit', '-q', '-a', '-m', 'drift')
    expect(await changes(project, { since: 'HEAD' })).toEqual([])
    expect(await changes(project, { since: 'HEAD~1' })).toEqual(['drift/source-changed kk', 'drift/source-changed ru'])
    project.write('memory/statement/en.txt', project.read('memory/statement/en.txt').replace('\n\n', '\n\n\n\n'))
    project.replace('kk.txt', ' Қалаларды мародерлік толқыны шарпыды.', '')
    expect(await changes(project, { since: 'HEAD' })).toEqual(['completeness/missing-segment kk'])
  })

  it('says what to do when git does not know the commit', () => {
    const { code, stderr } = tilmash(['check', '--since', 'origin/nowhere'], { folder: committed().root })
    expect([code, stderr]).toEqual([2, expect.stringContaining('git fetch --unshallow')])
  })

  it('checks the files as they are staged', async () => {
    const project = committed()
    project.replace('en.txt', 'from 3 to 13 percent', 'from 3 to 14 percent')
    expect(await changes(project, { isStaged: true })).toEqual([])
    git(project, 'add', '-A')
    expect(await changes(project, { isStaged: true })).toEqual(['drift/source-changed kk', 'drift/source-changed ru'])
  })
})

describe('suppression', () => {
  function findingsWith(project: SampleProject, checks: unknown): readonly Finding[] {
    const path = join(project.root, 'tilmash.config.json')
    const config = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...config, checks }, undefined, 2))
    const opened = openProject(project.root)
    return checkProject(opened, { read: workingTree(opened), sourceWas }).findings.filter(({ rule }) =>
      /^(drift\/source|ignore)/.test(rule),
    )
  }

  it('by the config, with a reason; an entry that hides nothing is told where it stands', () => {
    const project = sampleProject()
    project.replace('en.txt', 'from 3 to 13 percent', 'from 3 to 14 percent')
    const ignore = [
      { rule: 'drift/*', languages: ['ru'], text: '14 percent', reason: 'the press office knows' },
      { rule: 'urls/mismatch', reason: 'no reason any more' },
    ]
    const found = findingsWith(project, { ignore })
    expect(names(found)).toEqual(['drift/source-changed kk', 'ignore/unused undefined'])
    expect(found.find(({ rule }) => rule === 'ignore/unused')?.place.file).toBe('tilmash.config.json')
  })

  it('by a level of the config', () => {
    const project = sampleProject()
    project.replace('en.txt', 'from 3 to 13 percent', 'from 3 to 14 percent')
    expect(findingsWith(project, { rules: { 'drift/source-changed': 'warning' } }).map(({ level }) => level)).toEqual([
      'warning',
      'warning',
    ])
    expect(findingsWith(project, { rules: { 'drift/source-changed': 'off' } })).toEqual([])
  })

  it('by a note in the file', async () => {
    const project = sampleProject()
    project.replace('en.txt', 'from 3 to 13 percent', 'from 3 to 14 percent')
    const xliff = project.read('memory/statement/ru.xlf')
    const unit = xliff.lastIndexOf('<unit', xliff.indexOf('<source>According to surveys'))
    const end = xliff.indexOf('</mda:metadata>', unit) + '</mda:metadata>'.length
    const note = '<notes><note category="tilmash-ignore">drift/source-changed: settled by telephone</note></notes>'
    project.write('memory/statement/ru.xlf', `${xliff.slice(0, end)}${note}${xliff.slice(end)}`)
    expect(names(project.drift())).toEqual(['drift/source-changed kk'])
  })

  it('by a baseline, which can be written, read and pruned', () => {
    const project = sampleProject()
    project.replace('en.txt', 'from 3 to 13 percent', 'from 3 to 14 percent')
    const findings = project.drift()
    const text = baselineText(findings)
    expect([...readBaseline(text, 'b.json')]).toHaveLength(2)
    expect([
      ...readBaseline(prunedBaseline(text, 'b.json', new Set([findings[0]?.fingerprint ?? ''])), 'b.json'),
    ]).toEqual([findings[0]?.fingerprint])
    const write = tilmash(['check', '--baseline', 'b.json', '--update-baseline'], { folder: project.root })
    const again = tilmash(['check', '--baseline', 'b.json'], { folder: project.root })
    expect([write.code, again.code]).toEqual([0, 0])
  })
})

describe('the languages against each other', () => {
  it('tell which one stands alone with its number', () => {
    const project = sampleProject()
    project.replace('ru.xlf', 'выросла с 3 до 13 процентов.</target>', 'выросла с 3 до 15 процентов.</target>')
    project.replace('ru.txt', 'выросла с 3 до 13 процентов.', 'выросла с 3 до 15 процентов.')
    const found = project.drift()
    expect(names(found)).toEqual(['drift/across-languages ru'])
    expect(found[0]?.data).toMatchObject({ found: '15', expected: '13', language: 'ru' })
  })
})

describe('a sentence that one language has not', () => {
  const ru = 'Завтра состоится собрание рабочих города Жанаозен.'
  const kk = 'Ертең Жаңаөзен қаласы жұмысшыларының жиналысы өтеді.'
  const maraudingKk = 'Қалаларды мародерлік толқыны шарпыды.'
  const lone = (project: SampleProject): readonly Finding[] =>
    project.drift().filter(({ rule }) => rule === 'drift/across-languages')

  it('names the translation that stands alone, and what the other says', () => {
    const project = sampleProject()
    project.replace('ru.txt', ` ${maraudingRu}`, '')
    expect(lone(project)).toMatchObject([
      { language: 'ru', level: 'info', source: marauding, data: { expected: maraudingKk, expectedLanguage: 'kk' } },
    ])
  })

  it('names the source when both translations have it', () => {
    const project = sampleProject()
    project.replace('ru.txt', maraudingRu, `${maraudingRu} ${ru}`)
    project.replace('kk.txt', maraudingKk, `${maraudingKk} ${kk}`)
    expect(lone(project)).toMatchObject([
      {
        language: 'en',
        level: 'warning',
        place: { file: 'memory/statement/ru.txt' },
        data: { expected: ru, expectedLanguage: 'ru' },
        related: [{ text: kk, place: { file: 'memory/statement/kk.txt' } }],
      },
    ])
  })

  it('says nothing when both translations lack it, or have something else each', () => {
    const project = sampleProject()
    project.replace('ru.txt', ` ${maraudingRu}`, '')
    project.replace('kk.txt', ` ${maraudingKk}`, '')
    expect(lone(project)).toEqual([])
    const other = sampleProject()
    other.replace('ru.txt', maraudingRu, `${maraudingRu} ${ru}`)
    other.replace('kk.txt', maraudingKk, `${maraudingKk} Нан мен сүттің бағасы екі есе өсті.`)
    expect(lone(other)).toEqual([])
  })

  it('says nothing of a translation that is still being made', () => {
    const project = sampleProject()
    const half = project
      .read('memory/statement/ru.xlf')
      .replace(/<target>[^<]*<\/target>/g, (target, at: number) => (at % 3 === 0 ? target : ''))
    rmSync(join(project.root, 'memory/statement/ru.txt'))
    project.write('memory/statement/ru.xlf', half.replaceAll('state="translated"', 'state="initial"'))
    expect(lone(project)).toEqual([])
  })
})

describe('the memory against the file', () => {
  const approve = (tmx: string): string => {
    const at = tmx.lastIndexOf('<prop type="x-state">translated', tmx.indexOf(`<seg>${marauding}`))
    return `${tmx.slice(0, at)}<prop type="x-state">reviewed${tmx.slice(at + '<prop type="x-state">translated'.length)}`
  }

  it('an approved translation in the same context wins attention', () => {
    const project = sampleProject()
    project.write('memory/memory.tmx', approve(project.read('memory/memory.tmx')))
    expect(project.drift()).toEqual([])
    for (const name of ['ru.xlf', 'ru.txt']) project.replace(name, maraudingRu, 'По городам прошла волна мародёрства.')
    expect(names(project.drift())).toEqual(['drift/memory ru'])
  })

  it('sync does not overwrite what was approved', async () => {
    const project = sampleProject()
    project.write('memory/memory.tmx', approve(project.read('memory/memory.tmx')))
    for (const name of ['ru.xlf', 'ru.txt']) project.replace(name, maraudingRu, 'По городам прошла волна мародёрства.')
    await project.sync()
    expect(project.read('memory/memory.tmx')).toContain(`<seg>${maraudingRu}</seg>`)
    expect(names(project.drift())).toEqual(['drift/memory ru'])
  })

  it('tells a translation that was lost', () => {
    const project = sampleProject()
    project.replace('ru.xlf', `<target>${maraudingRu}</target>`, '')
    project.replace('ru.txt', ` ${maraudingRu}`, '')
    expect(
      checkProject(openProject(project.root), {
        read: workingTree(openProject(project.root)),
        sourceWas,
        only: ['drift/translation-lost'],
      }).findings,
    ).toHaveLength(1)
  })
})

describe('kept outcomes', () => {
  const check = (project: SampleProject, ...words: readonly string[]) =>
    tilmash(['check', ...words, '--cache', '--format', 'json'], { folder: project.root })

  it('are the same as a fresh check, and follow every change of a file', () => {
    const project = sampleProject()
    const first = check(project)
    expect(check(project)).toEqual(first)
    project.replace('en.txt', 'from 3 to 13 percent', 'from 3 to 14 percent')
    const { findings } = JSON.parse(check(project, '--only', 'drift/source-changed').stdout)
    expect(findings).toHaveLength(2)
    expect(JSON.parse(check(project).stdout).summary.error).toBeGreaterThan(1)
    expect(JSON.parse(check(project, 'memory/statement/ru.xlf').stdout).summary.units).toBe(37)
  })

  it('are made anew when what was kept is broken', () => {
    const project = sampleProject()
    const first = check(project)
    project.write('.tilmash/checks.json', '{ "version": ')
    expect(check(project)).toEqual(first)
  })
})

describe('a required state', () => {
  it('makes findings of every segment below it, for its language only', () => {
    const { code, stdout } = tilmash(
      ['check', '--require', 'kk=reviewed', '--only', 'state/required', '--format', 'json'],
      { folder: sampleProject().root },
    )
    const { findings } = JSON.parse(stdout)
    expect(code).toBe(1)
    expect(new Set(findings.map((finding: { language: string }) => finding.language))).toEqual(new Set(['kk']))
    expect(findings).toHaveLength(146)
  })
})
