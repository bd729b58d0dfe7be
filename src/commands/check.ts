import { join, resolve } from 'node:path'
import { readBytes, readBytesIfAny, replaceFile } from '../io/files.ts'
import { Failure, type State, states } from '../model/index.ts'
import { escapeLine } from '../text/escape.ts'
import { formatWordDiff } from '../text/word-diff.ts'
import { type FindingsOfAll, rulesOf } from '../workflow/check-result.ts'
import type { FixOptions } from '../workflow/fix-file.ts'
import type { Project } from '../workflow/project.ts'
import { findProjectRoot } from '../workflow/project-root.ts'
import type { Command, ExitCode, Invocation } from './command.ts'
import { progressLine } from './progress.ts'
import { failOnOption, findingLine, printReport, reportFormats, reportOption } from './report.ts'

/** `tilmash check`: what is missing, drifted or wrong, in the project or in files. */
export const check: Command = {
  name: 'check',
  summary: 'command.check',
  arguments: [{ name: 'FILE', isOptional: true, isRepeatable: true }],
  options: [
    { name: 'terms', value: 'FILE', summary: 'option.terms' },
    { name: 'memory', value: 'FILE', summary: 'option.memory' },
    { name: 'source-language', value: 'LANGUAGE', summary: 'option.source-language' },
    { name: 'target-language', value: 'LANGUAGE', summary: 'option.target-language' },
    { name: 'since', value: 'REF', summary: 'option.since' },
    { name: 'staged', summary: 'option.staged' },
    { name: 'baseline', value: 'FILE', summary: 'option.baseline' },
    { name: 'update-baseline', summary: 'option.update-baseline' },
    { name: 'prune-baseline', summary: 'option.prune-baseline' },
    { name: 'cache', summary: 'option.cache' },
    { name: 'fix', summary: 'option.fix' },
    { name: 'fix-unsafe', summary: 'option.fix-unsafe' },
    { name: 'fix-dry-run', summary: 'option.fix-dry-run' },
    failOnOption,
    { name: 'max-warnings', value: 'N', summary: 'option.max-warnings' },
    { name: 'only', value: 'RULES', isRepeatable: true, summary: 'option.only' },
    { name: 'skip', value: 'RULES', isRepeatable: true, summary: 'option.skip' },
    { name: 'require', value: 'LANGUAGE=STATE', isRepeatable: true, summary: 'option.require' },
    reportOption,
  ],
  formats: reportFormats,
  run: async invocation => {
    const look = invocation.arguments.length > 0 ? await fileLooker(invocation) : await projectLooker(invocation)
    let result = await look()
    for (const finding of result.told ?? []) invocation.warn(findingLine(finding, invocation.messages))
    if (invocation.flag('fix-dry-run')) await tellFixes(invocation, result)
    else if (fixWanted(invocation)) result = await fixAndLookAgain(invocation, result, look)
    return finish(invocation, result)
  },
}

type Look = () => Promise<FindingsOfAll>

// Whoever checks one file does not wait for what a project needs, nor the other way round: each part is loaded when it is called.

async function openProject(folder: string): Promise<Project> {
  const project = await import('../workflow/project.ts')
  return project.openProject(folder)
}

async function projectLooker(invocation: Invocation): Promise<Look> {
  const { checkProjectChanges } = await import('../workflow/check-project.ts')
  const { syncWords } = await import('./sync.ts')
  const project = await openProject(invocation.folder)
  const words = await syncWords(project)
  for (const option of ['terms', 'memory', 'source-language', 'target-language']) {
    if (invocation.option(option) !== undefined)
      throw new Failure('usage.needs-files', { data: { option: `--${option}` } })
  }
  const choice = await ruleChoice(invocation)
  return async () =>
    checkProjectChanges(project, {
      ...words,
      ...choice,
      since: invocation.option('since'),
      cache: cachePath(invocation, project.root),
      isStaged: invocation.flag('staged'),
      require: { ...project.config.values.checks.require, ...requirements(invocation) },
    })
}

async function fileLooker(invocation: Invocation): Promise<Look> {
  const { arguments: files, folder, option, flag } = invocation
  const { checkFiles } = await import('../workflow/check-files.ts')
  const project = findProjectRoot(folder) === undefined ? undefined : await openProject(folder)
  const choice = await ruleChoice(invocation)
  const progress = progressLine(invocation)
  return () =>
    checkFiles(files, {
      folder,
      onFile: (number, of) => progress.show(invocation.messages.report('progress.files', { number, of })),
      project,
      ...choice,
      terms: option('terms'),
      memory: option('memory'),
      sourceLanguage: option('source-language'),
      targetLanguage: option('target-language'),
      since: option('since'),
      cache: cachePath(invocation, project?.root ?? folder),
      isStaged: flag('staged'),
      require: requirements(invocation),
    }).finally(() => progress.end())
}

async function ruleChoice(invocation: Invocation): Promise<{
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly baseline?: ReadonlySet<string>
}> {
  const only = invocation.options('only').flatMap(splitList)
  const skip = invocation.options('skip').flatMap(splitList)
  const baseline = await baselineOf(invocation)
  return {
    ...(only.length > 0 && { only }),
    ...(skip.length > 0 && { skip }),
    ...(baseline !== undefined && { baseline }),
  }
}

/** Where outcomes are kept when the user asks for it: with all else that can be made again. */
function cachePath({ flag }: Invocation, root: string): string | undefined {
  return flag('cache') ? join(root, '.tilmash', 'checks.json') : undefined
}

function splitList(value: string): readonly string[] {
  return value.split(',').filter(part => part !== '')
}

/** The known findings; with `--update-baseline` all are looked at anew. */
async function baselineOf(invocation: Invocation): Promise<ReadonlySet<string> | undefined> {
  const name = invocation.option('baseline')
  if (name === undefined || invocation.flag('update-baseline')) return undefined
  const { readBaseline } = await import('../workflow/baseline.ts')
  return readBaseline(decode(readBytes(resolve(invocation.folder, name))), name)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** `ru=reviewed` as a record. */
function requirements(invocation: Invocation): Readonly<Record<string, State>> {
  const entries = invocation
    .options('require')
    .flatMap(splitList)
    .map(value => {
      const [language = '', wanted] = value.split('=')
      const state = states.find(each => each === wanted)
      if (language === '' || state === undefined) throw new Failure('usage.not-a-requirement', { data: { value } })
      return [language, state] as const
    })
  return Object.fromEntries(entries)
}

function fixWanted({ flag }: Invocation): boolean {
  return flag('fix') || flag('fix-unsafe')
}

/** What `--fix` would do, a word diff for each target; nothing is written. */
async function tellFixes(invocation: Invocation, { findings }: FindingsOfAll): Promise<void> {
  const { plannedFindings } = await import('../workflow/fix-file.ts')
  const planned = plannedFindings(invocation.folder, findings, await fixOptions(invocation))
  for (const { file, unit, segment, changes } of planned) {
    invocation.tell(`${escapeLine(`${file} ${unit} ${segment}: ${formatWordDiff(changes)}`)}\n`)
  }
}

async function fixOptions({ folder, flag, option }: Invocation): Promise<FixOptions> {
  const { documentReader } = await import('../workflow/check-files.ts')
  const project = findProjectRoot(folder) === undefined ? undefined : await openProject(folder)
  const languages = { sourceLanguage: option('source-language'), targetLanguage: option('target-language') }
  return { unsafe: flag('fix-unsafe'), read: await documentReader({ folder, project, ...languages }) }
}

/** One fix may uncover the next; rounds end when nothing changes. */
async function fixAndLookAgain(invocation: Invocation, first: FindingsOfAll, look: Look): Promise<FindingsOfAll> {
  const { fixFindings } = await import('../workflow/fix-file.ts')
  const options = await fixOptions(invocation)
  let result = first
  for (let round = 0; round < 10; round++) {
    const fixed = fixFindings(invocation.folder, result.findings, options)
    if (fixed.length === 0) {
      tellFixesLeft(invocation, result, options)
      return result
    }
    for (const { file, count } of fixed) invocation.tell(`${invocation.messages.report('fixed', { file, count })}\n`)
    result = await look()
  }
  return result
}

/** Asked for, and not made in this round: nobody should believe that all is mended. */
function tellFixesLeft({ messages, tell }: Invocation, { findings }: FindingsOfAll, { unsafe }: FixOptions): void {
  const count = findings.filter(({ fix }) => fix?.side === 'target' && (fix.safe || unsafe)).length
  if (count > 0) tell(`${messages.report('fixes-left', { count })}\n`)
}

async function finish(invocation: Invocation, result: FindingsOfAll): Promise<ExitCode> {
  const { findings, units, segments, usedBaseline } = result
  const name = invocation.option('baseline')
  for (const option of ['update-baseline', 'prune-baseline']) {
    if (invocation.flag(option) && name === undefined) {
      throw new Failure('usage.missing-option', { data: { option: '--baseline' } })
    }
  }
  if (name !== undefined && invocation.flag('update-baseline')) {
    const { baselineText } = await import('../workflow/baseline.ts')
    replaceFile(resolve(invocation.folder, name), baselineText(findings))
    return 0
  }
  if (name !== undefined && invocation.flag('prune-baseline')) {
    const { prunedBaseline } = await import('../workflow/baseline.ts')
    const path = resolve(invocation.folder, name)
    replaceFile(path, prunedBaseline(decode(readBytesIfAny(path) ?? new Uint8Array()), name, usedBaseline))
  }
  const failOn = invocation.arguments.length === 0 ? (await openProject(invocation.folder)).config.failOn : 'error'
  return printReport(invocation, { findings, rules: rulesOf(findings), units, segments, failOn })
}
