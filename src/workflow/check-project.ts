/** All checks on a project: each bilingual file for itself, and what source, files, texts and memory say together. */

import { join } from 'node:path'
import { covers, type Ignore, namesRule, noteIgnores } from '../checks/suppression.ts'
import { gitSnapshot } from '../io/index.ts'
import {
  type Finding,
  type Language,
  type Level,
  placeAt,
  plainText,
  type RuleId,
  type State,
  type Unit,
} from '../model/index.ts'
import { words } from '../text/words.ts'
import { acrossLanguages } from './across-languages.ts'
import { settingOf } from './active-checks.ts'
import { withCache } from './check-cache.ts'
import { type CheckResult, checkDocument } from './check-document.ts'
import type { CheckOptions } from './check-options.ts'
import { type FindingsOfAll, ignoresOf, type RuleChoice } from './check-result.ts'
import { type DocumentChecker, documentChecker } from './document-checker.ts'
import { bySource, memoryDrift } from './drift-memory.ts'
import { type OpenDocument, type OpenEdition, openDocument, type ProjectKnowledge } from './editions.ts'
import { fingerprint, type ReadDocument, sortFindings } from './findings.ts'
import { loadKnowledge } from './knowledge.ts'
import { loneSentences } from './lone-sentences.ts'
import { storeStates } from './memory-lexicon.ts'
import { type FileReader, type Project, workingTree } from './project.ts'
import { projectFindings, sourcePlace } from './project-findings.ts'
import { configName } from './project-root.ts'
import { belowState } from './require-state.ts'

export interface ProjectCheckOptions extends RuleChoice {
  readonly read: FileReader
  readonly sourceWas: (base: string) => string
  /** Least state by language. */
  readonly require?: Readonly<Record<string, State>>
}

export interface ProjectChangesOptions extends Omit<ProjectCheckOptions, 'read'> {
  /** Leaves out what was so at this commit already. */
  readonly since?: string | undefined
  /** Checks the files as they are in git's index. */
  readonly isStaged?: boolean
  /** Path of the file that keeps outcomes; without it nothing is kept. */
  readonly cache?: string | undefined
}

/**
 * Checks the project, or what is new in it: a finding is new when the same check of the same files at `since` does not have
 * it. So units are compared, not lines: a finding on a unit that only moved is not new.
 * @throws Failure `git.not-a-repository`, `git.unknown-ref`
 */
export async function checkProjectChanges(project: Project, options: ProjectChangesOptions): Promise<FindingsOfAll> {
  const { since, isStaged = false, cache, ...rest } = options
  const read = isStaged ? snapshotReader(project, undefined) : workingTree(project)
  if (since === undefined && cache !== undefined && !isStaged) {
    const { only, skip, baseline, require } = rest
    const stores = storeStates(project)
    const key = { config: project.config.values, only, skip, baseline: [...(baseline ?? [])], require, stores }
    return withCache(cache, key, read, recorded => checkProjectByAll(project, { ...rest, read: recorded }))
  }
  if (since === undefined) return checkProjectByAll(project, { ...rest, read })
  const before = snapshotReader(project, since)
  const isThere = before(project.documents[0]?.source ?? '') !== undefined
  const known = isThere ? (await checkProjectByAll(project, { ...rest, read: before })).findings : []
  const now = await checkProjectByAll(project, { ...rest, read })
  const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint))
  return { ...now, findings: now.findings.filter(({ fingerprint }) => !fingerprints.has(fingerprint)) }
}

function snapshotReader(project: Project, ref: string | undefined): FileReader {
  const snapshot = gitSnapshot(project.root, ref)
  return path => snapshot.read(join(project.root, path))
}

/** Checks the project as `read` gives its files; nothing is written. */
export function checkProject(project: Project, options: ProjectCheckOptions): FindingsOfAll {
  const checking = checkingOf(project, options)
  let step = checking.next()
  while (step.done !== true) {
    const { reading, shared, file } = step.value
    step = checking.next(checkDocument(reading, { ...shared, file }))
  }
  return step.value
}

/** The same by all cores, where there is much to check. */
export async function checkProjectByAll(project: Project, options: ProjectCheckOptions): Promise<FindingsOfAll> {
  const checking = checkingOf(project, options)
  let checker: DocumentChecker | undefined
  try {
    let step = checking.next()
    while (step.done !== true) {
      const { reading, shared, file, bytes } = step.value
      checker ??= documentChecker(shared)
      await checker.expect(bytes)
      step = checking.next(await checker.check(reading, file))
    }
    return step.value
  } finally {
    await checker?.close()
  }
}

/** A document to be checked; the checking goes on with its result. */
interface Asked {
  readonly reading: ReadDocument
  readonly shared: SharedOptions
  readonly file: string
  /** How large the file is. */
  readonly bytes: number
}

function* checkingOf(project: Project, options: ProjectCheckOptions): Generator<Asked, FindingsOfAll, CheckResult> {
  const knowledge = loadKnowledge(project, options.read, { isReadOnly: true })
  const shared = sharedOptions(project, options, knowledge)
  const sieve = new Sieve(shared)
  const findings: Finding[] = []
  const usedIgnores = new Set<Ignore>()
  const usedBaseline = new Set<string>()
  let units = 0
  let segments = 0
  for (const document of project.documents) {
    const open = openDocument(project, document, { ...options, knowledge })
    for (const edition of open.editions) {
      const reading = readingOf(open, edition)
      const result = yield { reading, shared, file: edition.path, bytes: edition.bytes?.length ?? 0 }
      const least = options.require?.[edition.language]
      for (const found of [
        result.findings,
        sieve.pass(editionFindings(open, edition, knowledge), unitsById(edition)),
        sieve.pass(least === undefined ? [] : belowState(reading, edition.language, least), unitsById(edition)),
      ]) {
        for (const finding of found) findings.push(finding)
      }
      units += result.units
      segments += result.segments
      for (const ignore of result.usedIgnores) usedIgnores.add(ignore)
      for (const known of result.usedBaseline) usedBaseline.add(known)
    }
    for (const finding of sieve.pass(acrossLanguages(open), new Map())) findings.push(finding)
    for (const finding of sieve.pass(loneSentences(open), new Map())) findings.push(finding)
  }
  for (const ignore of sieve.usedIgnores) usedIgnores.add(ignore)
  for (const known of sieve.usedBaseline) usedBaseline.add(known)
  for (const finding of sieve.pass(knowledge.termFindings, new Map())) findings.push(finding)
  for (const finding of sieve.pass(unusedIgnores(project, shared, usedIgnores), new Map())) findings.push(finding)
  return { findings: sortFindings(findings), units, segments, usedBaseline }
}

type SharedOptions = Omit<CheckOptions, 'file'>

function sharedOptions(project: Project, options: ProjectCheckOptions, knowledge: ProjectKnowledge): SharedOptions {
  const { preset, rules } = project.config.values.checks
  return {
    ...(preset !== undefined && { preset }),
    ...(rules !== undefined && { rules }),
    ...(options.only !== undefined && { only: options.only }),
    ...(options.skip !== undefined && { skip: options.skip }),
    ...(options.baseline !== undefined && { baseline: options.baseline }),
    terms: knowledge.terms,
    vocabulary: memoryWords(knowledge),
    ignores: ignoresOf(project.config.values.checks),
    isProject: true,
  }
}

/** Every word of the memory; asked for only by the few rules that know words. */
function memoryWords({ units }: ProjectKnowledge): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const { variants } of units) {
        for (const { content } of variants) for (const { text } of words(plainText(content))) yield text
      }
    },
  }
}

/** The file on disk; while there is none, the draft, placed in the source text. */
function readingOf(open: OpenDocument, edition: OpenEdition): ReadDocument {
  const { file, draft, path } = edition
  if (file !== undefined) {
    return {
      document: file.document,
      locate: ({ unit, segment, side = 'target', start, end }) => {
        const length = plainText(segment?.[side] ?? []).length
        const place =
          segment === undefined ? file.locateUnit(unit) : file.locate(unit, segment.id, side, start ?? 0, end ?? length)
        return place ?? placeAt(path, 1, 1)
      },
    }
  }
  const places = new Map(
    draft.units.flatMap(unit =>
      unit.segments.map(segment => [`${unit.id}\n${segment.id}`, sourcePlace(open, unit, segment)]),
    ),
  )
  return {
    document: edition.build(),
    locate: ({ unit, segment }) => places.get(`${unit.id}\n${segment?.id ?? ''}`) ?? open.source.place(0, 0),
  }
}

function* editionFindings(open: OpenDocument, edition: OpenEdition, knowledge: ProjectKnowledge): Generator<Finding> {
  const { language, text, draft, file } = edition
  const view = { language, source: open.source, text, xliff: file, draft }
  yield* projectFindings(view)
  yield* memoryDrift(view, bySource(knowledge.units, open.source.language))
}

function unitsById({ draft }: OpenEdition): ReadonlyMap<string, Unit> {
  return new Map(draft.units.flatMap(({ id, old }) => (old === undefined ? [] : [[id, old] as const])))
}

/** Lets through what no setting, note, ignore or baseline holds back. */
class Sieve {
  readonly usedIgnores = new Set<Ignore>()
  readonly usedBaseline = new Set<string>()
  private readonly options: SharedOptions

  constructor(options: SharedOptions) {
    this.options = options
  }

  *pass(findings: Iterable<Finding>, units: ReadonlyMap<string, Unit>): Generator<Finding> {
    for (const finding of findings) {
      const level = this.levelOf(finding.rule, finding.level)
      if (level === 'off' || this.isHidden(finding, units.get(finding.unit ?? ''))) continue
      yield level === finding.level ? finding : { ...finding, level }
    }
  }

  private levelOf(rule: RuleId, own: Level): Level | 'off' {
    const { only, skip } = this.options
    if (only !== undefined && !only.some(pattern => namesRule(pattern, rule))) return 'off'
    if (skip?.some(pattern => namesRule(pattern, rule))) return 'off'
    return settingOf(rule, { ...this.options, file: '' }).level ?? own
  }

  private isHidden(finding: Finding, unit: Unit | undefined): boolean {
    const { rule, segment, place, language, source = '', target = '' } = finding
    const notes = unit === undefined ? [] : noteIgnores(unit)
    if (notes.some(note => namesRule(note.rule, rule) && (note.segment === undefined || note.segment === segment)))
      return true
    const suspect = {
      rule,
      file: place.file,
      language: language ?? ('und' as Language),
      unit: finding.unit ?? '',
      source,
      target,
    }
    const ignore = this.options.ignores?.find(each => covers(each, suspect))
    if (ignore !== undefined) {
      this.usedIgnores.add(ignore)
      return true
    }
    const isKnown = this.options.baseline?.has(finding.fingerprint) === true
    if (isKnown) this.usedBaseline.add(finding.fingerprint)
    return isKnown
  }
}

/** Entries of the config that hid nothing; not asked when only some rules run. */
function* unusedIgnores(project: Project, options: SharedOptions, used: ReadonlySet<Ignore>): Generator<Finding> {
  if (options.only !== undefined || options.skip !== undefined) return
  const isUsed = new Set([...used].map(({ rule, reason }) => `${rule}\n${reason}`))
  for (const [index, { rule, reason }] of (project.config.values.checks.ignore ?? []).entries()) {
    if (isUsed.has(`${rule}\n${reason}`)) continue
    yield {
      rule: 'ignore/unused',
      level: 'warning',
      place: { ...project.config.placeOf(['checks', 'ignore', index]), file: configName },
      data: { ignored: rule },
      related: [],
      fingerprint: fingerprint('ignore/unused', '', rule, reason),
    }
  }
}
