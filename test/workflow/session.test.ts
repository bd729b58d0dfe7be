import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readXliff } from '../../src/formats/xliff/index.ts'
import { plainText, type Segment, segmentsOf, type Unit, unitsOf } from '../../src/model/index.ts'
import { editSegment } from '../../src/workflow/edit.ts'
import { names, type SampleProject, sampleProject } from './sample-project.ts'

const survey = 'has grown from 3 to 13 percent'
const marauding = 'A wave of marauding swept the cities.'
const maraudingKk = 'Қалаларды мародерлік толқыны шарпыды.'
const maraudingRu = 'По городам прокатилась волна мародёрства.'

function units(project: SampleProject, language: string): readonly Unit[] {
  const bytes = new TextEncoder().encode(project.read(`memory/statement/${language}.xlf`))
  return [...unitsOf(readXliff(bytes, { file: `${language}.xlf` }).document)]
}

function find(project: SampleProject, language: string, source: string): { unit: Unit; segment: Segment } {
  for (const unit of units(project, language)) {
    const segment = segmentsOf(unit).find(each => plainText(each.source).includes(source))
    if (segment !== undefined) return { unit, segment }
  }
  throw new RangeError(`no segment with “${source}”`)
}

describe('the sample project', () => {
  it('is up to date: sync writes nothing and nothing has drifted', async () => {
    const project = sampleProject()
    expect(project.drift()).toEqual([])
    expect((await project.sync()).written).toEqual([])
  })

  it('has the same units in every language', () => {
    const project = sampleProject()
    expect(units(project, 'kk').map(({ id }) => id)).toEqual(units(project, 'ru').map(({ id }) => id))
  })

  it('is made again byte for byte from the texts alone', async () => {
    const project = sampleProject()
    const before = ['ru.xlf', 'kk.xlf'].map(name => project.read(`memory/statement/${name}`))
    const { rmSync } = await import('node:fs')
    for (const name of ['ru.xlf', 'kk.xlf']) rmSync(join(project.root, 'memory/statement', name))
    await project.sync()
    expect(['ru.xlf', 'kk.xlf'].map(name => project.read(`memory/statement/${name}`))).toEqual(before)
  })
})

describe('a changed number in the source', () => {
  it('is told with its word diff, before and after sync, until the target is confirmed', async () => {
    const project = sampleProject()
    project.replace('en.txt', survey, 'has grown from 3 to 14 percent')
    const before = project.drift()
    expect(names(before)).toEqual(['drift/source-changed kk', 'drift/source-changed ru'])
    expect(before[0]?.changes?.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '13' },
      { kind: 'added', text: '14' },
    ])
    expect(String(before[0]?.data.diff)).toContain('[-13-]{+14+}')

    await project.sync()
    expect(names(project.drift())).toEqual(['drift/source-changed kk', 'drift/source-changed ru'])

    const { unit, segment } = find(project, 'ru', '3 to 14 percent')
    const target = plainText(segment.target ?? []).replace('13', '14')
    const path = join(project.root, 'memory/statement/ru.xlf')
    editSegment(path, 'ru.xlf', { unit: unit.id, segment: segment.id, target, state: 'translated' })
    expect(names(project.drift())).toEqual(['drift/source-changed kk', 'drift/target-changed ru'])
    project.replace('ru.txt', 'выросла с 3 до 13 процентов', 'выросла с 3 до 14 процентов')
    expect(names(project.drift())).toEqual(['drift/source-changed kk'])
  })

  it('keeps the old pair as candidate, base and note, and every other segment byte for byte', async () => {
    const project = sampleProject()
    const before = project.read('memory/statement/ru.xlf')
    project.replace('en.txt', survey, 'has grown from 3 to 14 percent')
    await project.sync()
    const { unit, segment } = find(project, 'ru', '3 to 14 percent')
    expect(segment).toMatchObject({ state: 'initial', subState: 'tilmash:source-changed' })
    expect(unit.candidates.map(({ ref, source }) => [ref, plainText(source)])).toEqual([
      [segment.id, expect.stringContaining(survey)],
    ])
    expect(unit.notes.map(({ text }) => text)).toEqual([expect.stringMatching(/^Source was: .* 13 percent\.$/)])
    const element = /<unit id="[^"]*"[\s\S]*?<\/unit>/g
    const old = new Set(before.match(element))
    const fresh = (project.read('memory/statement/ru.xlf').match(element) ?? []).filter(text => !old.has(text))
    expect(fresh).toHaveLength(1)
  })

  it('replaces the candidate, never the base, when the source changes again', async () => {
    const project = sampleProject()
    project.replace('en.txt', survey, 'has grown from 3 to 14 percent')
    await project.sync()
    project.replace('en.txt', 'from 3 to 14 percent', 'from 3 to 15 percent')
    await project.sync()
    const { unit } = find(project, 'ru', '3 to 15 percent')
    expect(unit.candidates).toHaveLength(1)
    expect(plainText(unit.candidates[0]?.source ?? [])).toContain('13 percent')
  })

  it('gives every byte back when the source comes back to its base', async () => {
    const project = sampleProject()
    const files = ['memory/statement/ru.xlf', 'memory/statement/kk.xlf', 'memory/memory.tmx']
    const before = files.map(project.read)
    project.replace('en.txt', survey, 'has grown from 3 to 14 percent')
    await project.sync()
    project.replace('en.txt', 'from 3 to 14 percent', 'from 3 to 13 percent')
    await project.sync()
    expect(files.map(project.read)).toEqual(before)
  })
})

describe('sync', () => {
  it('changes nothing the second time, whatever was edited', async () => {
    const project = sampleProject()
    project.replace('en.txt', survey, 'rose from 3 to 14 percent')
    project.replace('en.txt', marauding, '')
    project.replace(
      'en.txt',
      'The Baikonur space launching site was in danger.',
      'The Baikonur space launching site, too, was in danger. Nobody slept.',
    )
    project.replace('ru.txt', 'Казахстан переживает трудное время.', 'Казахстан переживает непростое время.')
    await project.sync()
    const after = project.read('memory/statement/ru.xlf') + project.read('memory/memory.tmx')
    expect((await project.sync()).written).toEqual([])
    expect(project.read('memory/statement/ru.xlf') + project.read('memory/memory.tmx')).toBe(after)
  })

  it('takes a removed sentence out of the file and leaves its pair in the memory', async () => {
    const project = sampleProject()
    project.replace('en.txt', ` ${marauding}`, '')
    expect(names(project.drift())).toContain('completeness/extra-segment ru')
    const { documents } = await project.sync()
    expect(documents.map(({ removed }) => removed)).toEqual([1, 1])
    expect(project.read('memory/statement/ru.xlf')).not.toContain(`<source>${marauding}`)
    expect(project.read('memory/memory.tmx')).toContain(`<seg>${maraudingRu}</seg>`)
  })

  it('fills a sentence that comes back from the memory, in context', async () => {
    const project = sampleProject()
    const text = project.read('memory/statement/en.txt')
    project.replace('en.txt', ` ${marauding}`, '')
    project.replace('ru.txt', ` ${maraudingRu}`, '')
    await project.sync()
    project.write('memory/statement/en.txt', text)
    await project.sync()
    expect(plainText(find(project, 'ru', marauding).segment.target ?? [])).toBe(maraudingRu)
  })

  it('adds a new sentence empty, and tells it', async () => {
    const project = sampleProject()
    project.replace('en.txt', marauding, `${marauding} The night was long and nobody slept.`)
    expect(names(project.drift())).toContain('completeness/missing-segment ru')
    const { documents } = await project.sync()
    expect(documents.map(({ added }) => added)).toEqual([1, 1])
    expect(find(project, 'ru', 'The night was long').segment.target).toBeUndefined()
    expect(names(project.drift())).toContain('completeness/empty-target ru')
  })

  it('fills a new sentence from the published text when that has it', async () => {
    const project = sampleProject()
    project.replace('en.txt', marauding, `${marauding} The night was long and nobody slept.`)
    project.replace('ru.txt', maraudingRu, `${maraudingRu} Ночь была долгой, и никто не спал.`)
    await project.sync()
    const { segment } = find(project, 'ru', 'The night was long')
    expect(plainText(segment.target ?? [])).toBe('Ночь была долгой, и никто не спал.')
    expect(segment.state).toBe('translated')
    expect(names(project.drift()).filter(name => name.endsWith(' ru'))).toEqual([])
  })

  it('recognises a split: the first part keeps the id, the second is new', async () => {
    const project = sampleProject()
    const { segment } = find(project, 'ru', 'Initially they were peaceful.')
    project.replace(
      'en.txt',
      'In 2011 a strike of oilmen in Zhanaozen led to clashes in which 16 people died.',
      'In 2011 there was a strike of oilmen in Zhanaozen. It led to clashes in which 16 people died.',
    )
    const { documents } = await project.sync()
    expect(documents.map(({ split }) => split)).toEqual([2, 2])
    expect(find(project, 'ru', 'In 2011 there was a strike').segment.subState).toBe('tilmash:source-changed')
    expect(find(project, 'ru', 'It led to clashes').segment.target).toBeUndefined()
    expect(find(project, 'ru', 'Initially they were peaceful.').segment).toEqual(
      expect.objectContaining({ id: segment.id }),
    )
  })

  it('recognises a merge: the first id wins and the targets are joined', async () => {
    const project = sampleProject()
    const first = find(project, 'kk', 'Inequality in the republic was steadily growing.').segment
    project.replace('en.txt', 'steadily growing. The people got', 'steadily growing and the people got')
    const { documents } = await project.sync()
    expect(documents.find(({ language }) => language === 'kk')?.merged).toBe(1)
    const { segment } = find(project, 'kk', 'steadily growing and the people')
    expect(segment.id).toBe(first.id)
    expect(plainText(segment.target ?? [])).toContain(plainText(first.target ?? []))
  })

  it('follows a paragraph that moved, with its id and its translation', async () => {
    const project = sampleProject()
    const lines = project.read('memory/statement/en.txt').split('\n')
    const [moved = ''] = lines.splice(10, 1)
    project.write('memory/statement/en.txt', [...lines.slice(0, 20), moved, ...lines.slice(20)].join('\n'))
    const before = new Map(units(project, 'ru').map(unit => [unit.id, segmentsOf(unit).length]))
    const { documents } = await project.sync()
    expect(documents[0]).toMatchObject({ changed: 0, added: 0, removed: 0 })
    expect(new Map(units(project, 'ru').map(unit => [unit.id, segmentsOf(unit).length]))).toEqual(before)
  })
})

describe('the published translation', () => {
  it('misses a sentence that was deleted from it', () => {
    const project = sampleProject()
    project.replace('kk.txt', ` ${maraudingKk}`, '')
    const found = project.drift()
    expect(names(found)).toEqual(['completeness/missing-segment kk', 'drift/across-languages kk'])
    for (const { source, place } of found)
      expect({ source, file: place.file }).toEqual({ source: marauding, file: 'memory/statement/en.txt' })
  })

  it('has an extra sentence when one was added', () => {
    const project = sampleProject()
    project.replace('kk.txt', maraudingKk, `${maraudingKk} Бұл — артық сөйлем.`)
    expect(names(project.drift())).toEqual(['completeness/extra-segment kk'])
    expect(project.drift()[0]).toMatchObject({
      target: 'Бұл — артық сөйлем.',
      place: { file: 'memory/statement/kk.txt' },
    })
  })

  it('differs from a changed bilingual file, and the user says whose word counts', async () => {
    const project = sampleProject()
    const before = project.read('memory/statement/ru.xlf')
    project.replace('ru.xlf', `<target>${maraudingRu}`, '<target>По городам прошла волна мародёрства.')
    expect(names(project.drift())).toEqual(['drift/target-changed ru'])
    await project.sync({ take: 'xliff' })
    expect(project.drift()).toEqual([])
    expect(project.read('memory/statement/ru.txt')).toContain(maraudingRu)

    project.write(
      'memory/statement/ru.xlf',
      before.replace(`<target>${maraudingRu}`, '<target>По городам прошла волна мародёрства.'),
    )
    await project.sync({ take: 'text' })
    expect(project.drift()).toEqual([])
    expect(project.read('memory/statement/ru.xlf')).toBe(before)
  })
})
