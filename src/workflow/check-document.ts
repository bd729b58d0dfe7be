/** Runs the checks over one document and gives its findings: placed, levelled, suppressed, sorted. */

import type { Check, CheckContext, PairFlaw, RuleOptions } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { Pair, type PairSetting, primaryOf } from '../checks/pair.ts'
import { type PresetName, presets } from '../checks/presets.ts'
import { covers, type Ignore, type NoteIgnore, namesRule, noteIgnores } from '../checks/suppression.ts'
import { compileTerms, noTerms } from '../checks/terms.ts'
import { type Vocabulary, vocabularyOf } from '../checks/vocabulary.ts'
import { conceptsOf } from '../lexicon/core.ts'
import type { LearnedLexicon } from '../lexicon/learned.ts'
import { pairReader } from '../lexicon/pair-evidence.ts'
import type {
  Concept,
  Document,
  Finding,
  Flaw,
  Language,
  Level,
  Place,
  RelatedPlace,
  RuleId,
  Segment,
  Side,
  Unit,
} from '../model/index.ts'
import { levels, segmentsOf, unitsIn } from '../model/index.ts'
import { sha256 } from '../text/hash.ts'
import { usualRatio } from '../text/length-ratio.ts'

/** A level, or a level and options of the rule's own. */
export type RuleSetting =
  | Level
  | 'off'
  | { readonly level?: Level | 'off' | undefined; readonly [option: string]: unknown }

/** Which rules run, with what they may know. */
export interface CheckOptions {
  /** Path for places and for the globs of ignores. */
  readonly file: string
  readonly preset?: PresetName
  /** By rule id or `family/*`; later entries win over earlier ones. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** Rule ids, `family/*` or families; nothing else runs. A rule that is off by default runs when named here. */
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly terms?: readonly Concept[]
  /** Words known to be spelled right (of the memory), any case. The document's own are always counted. */
  readonly vocabulary?: Iterable<string>
  /** Learned from the memory, for drift. */
  readonly lexicon?: LearnedLexicon
  readonly ignores?: readonly Ignore[]
  /** Fingerprints that are known and not told again. */
  readonly baseline?: ReadonlySet<string>
  /** True for files of a project: an empty target is an error in every state. */
  readonly isProject?: boolean
  /** Checks only these units, though document-wide rules still see all. */
  readonly units?: (unit: Unit) => boolean
}

/** The findings of one document, and what was held back. */
export interface CheckResult {
  /** Sorted by place, then rule. */
  readonly findings: readonly Finding[]
  readonly units: number
  readonly segments: number
  /** Hidden by notes, config or baseline. */
  readonly ignored: number
  /** Entries of {@link CheckOptions.ignores} that hid something here. */
  readonly usedIgnores: ReadonlySet<Ignore>
  /** Fingerprints of the baseline that were met. */
  readonly usedBaseline: ReadonlySet<string>
}

/** What of a format's reading is needed here. */
export interface ReadDocument {
  readonly document: Document
  locate(location: {
    readonly unit: Unit
    readonly segment?: Segment
    readonly side?: Side
    readonly start?: number
    readonly end?: number
  }): Place
}

/** Checks a bilingual document; a monolingual one has no pairs and no findings. */
export function checkDocument(reading: ReadDocument, options: CheckOptions): CheckResult {
  const { document } = reading
  const { units, pairs } = pairsOf(document, options)
  if (document.targetLanguage === undefined) return { ...emptyResult, units }
  const active = activeChecks(options)
  const context = sharedContext(pairs, options)
  const flaws = collectFlaws(pairs, active, context)
  if (isCatalogue(pairs)) hushWeak(flaws)
  else raiseAgreeing(flaws)
  return { ...suppress(flaws, reading, options, active), units, segments: pairs.length }
}

const emptyResult: CheckResult = {
  findings: [],
  units: 0,
  segments: 0,
  ignored: 0,
  usedIgnores: new Set(),
  usedBaseline: new Set(),
}

function pairsOf(
  document: Document,
  options: CheckOptions,
): { readonly units: number; readonly pairs: readonly Pair[] } {
  const pairs: Pair[] = []
  let units = 0
  const { sourceLanguage, targetLanguage = sourceLanguage } = document
  const setting: PairSetting = {
    sourceLanguage,
    targetLanguage,
    targetPrimary: primaryOf(targetLanguage),
    sourceConcepts: rememberedConcepts(sourceLanguage),
    targetConcepts: rememberedConcepts(targetLanguage),
    readEvidence: pairReader({
      sourceLanguage,
      targetLanguage,
      lettersRatio: usualRatio(sourceLanguage, targetLanguage),
      ...(options.lexicon === undefined ? {} : { lexicon: options.lexicon }),
    }),
  }
  for (const file of document.files) {
    for (const unit of unitsIn(file)) {
      units++
      if (!unit.translate) continue
      for (const segment of segmentsOf(unit)) pairs.push(new Pair(unit, segment, setting, pairs.length, file.id))
    }
  }
  return { units, pairs }
}

/** Looks a word up once. */
function rememberedConcepts(language: Language): (word: string) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return word => {
    let concepts = known.get(word)
    if (concepts === undefined) {
      concepts = conceptsOf(word, language)
      known.set(word, concepts)
    }
    return concepts
  }
}

// Which rules, at which level -----------------------------------------------------------------------------------------

interface ActiveCheck {
  readonly check: Check
  /** Said by the config or a preset; undefined leaves it to rule and flaw. */
  readonly level: Level | undefined
  readonly options: RuleOptions
}

function activeChecks(options: CheckOptions): readonly ActiveCheck[] {
  const active: ActiveCheck[] = []
  for (const check of Object.values(checks)) {
    const { id, level } = check.description
    const setting = settingOf(id, options)
    const isNamed = options.only?.some(pattern => namesRule(pattern, id)) ?? false
    if (options.only !== undefined && !isNamed) continue
    if (options.skip?.some(pattern => namesRule(pattern, id))) continue
    const chosen = setting.level ?? (level === 'off' && options.only?.includes(id) ? 'warning' : undefined)
    if ((chosen ?? level) === 'off') continue
    active.push({
      check,
      level: chosen === 'off' ? undefined : chosen,
      options: { ...check.defaults, ...setting.options },
    })
  }
  return active
}

export interface Setting {
  readonly level: Level | 'off' | undefined
  readonly options: RuleOptions
}

/** What preset and config say of a rule. */
export function settingOf(id: RuleId, { preset = 'recommended', rules = {} }: CheckOptions): Setting {
  let level: Level | 'off' | undefined = presets[preset][id]
  let options: RuleOptions = {}
  for (const [pattern, setting] of Object.entries(rules)) {
    if (!namesRule(pattern, id)) continue
    if (typeof setting === 'string') level = setting
    else {
      const { level: own, ...rest } = setting
      level = own ?? level
      options = { ...options, ...rest }
    }
  }
  return { level, options }
}

/** The rule's level as set, or its own; a flaw may be weaker than its rule, and stronger when nobody has set a level. */
function levelOf(active: ActiveCheck, flaw: Flaw): Level {
  const own = active.check.description.level
  const base = active.level ?? (own === 'off' ? 'warning' : own)
  if (flaw.level === undefined) return base
  if (active.level === undefined) return flaw.level
  return levels.indexOf(flaw.level) > levels.indexOf(base) ? flaw.level : base
}

// Running -------------------------------------------------------------------------------------------------------------

interface PlacedFlaw {
  readonly active: ActiveCheck
  readonly pair: Pair
  readonly flaw: Flaw
  readonly others: readonly Pair[]
  level: Level
}

type SharedContext = Omit<CheckContext, 'options'>

function sharedContext(pairs: readonly Pair[], options: CheckOptions): SharedContext {
  let vocabulary: Vocabulary | undefined
  const words = function* (): Generator<string> {
    for (const pair of pairs) if (!pair.isGarbled) for (const word of pair.target.words) yield word.text.toLowerCase()
    for (const word of options.vocabulary ?? []) yield word.toLowerCase()
  }
  return {
    terms: options.terms === undefined ? noTerms : compileTerms(options.terms),
    isProject: options.isProject ?? false,
    // Made only when a rule asks: most languages never do.
    get vocabulary(): Vocabulary {
      vocabulary ??= vocabularyOf(words())
      return vocabulary
    },
  }
}

function contextFor(active: ActiveCheck, shared: SharedContext): CheckContext {
  return {
    terms: shared.terms,
    isProject: shared.isProject,
    options: active.options,
    get vocabulary() {
      return shared.vocabulary
    },
  }
}

function collectFlaws(pairs: readonly Pair[], active: readonly ActiveCheck[], shared: SharedContext): PlacedFlaw[] {
  const found: PlacedFlaw[] = []
  const keep = (one: ActiveCheck, pair: Pair, flaw: Flaw, others: readonly Pair[] = []): void => {
    found.push({ active: one, pair, flaw, others, level: levelOf(one, flaw) })
  }
  // Pair by pair, so that what a pair has derived is still at hand for the next rule.
  const segmentChecks = active.flatMap(one =>
    one.check.scope === 'segment' ? [{ one, check: one.check, context: contextFor(one, shared) }] : [],
  )
  for (const pair of pairs) {
    const { isEmpty } = pair
    for (const { one, check, context } of segmentChecks) {
      if (isEmpty && check.withoutTarget !== true) continue
      for (const flaw of check.run(pair, context)) keep(one, pair, flaw)
    }
  }
  for (const one of active) {
    const { check } = one
    if (check.scope === 'unit') {
      const context = contextFor(one, shared)
      for (const [unit, members] of byUnit(pairs))
        for (const flaw of check.run(unit, members, context)) keepPairFlaw(one, flaw)
    } else if (check.scope === 'document') {
      for (const flaw of check.run(pairs, contextFor(one, shared))) keepPairFlaw(one, flaw)
    }
  }
  return found

  function keepPairFlaw(one: ActiveCheck, { pair, others = [], ...flaw }: PairFlaw): void {
    keep(one, pair, flaw, others)
  }
}

function byUnit(pairs: readonly Pair[]): ReadonlyMap<Unit, readonly Pair[]> {
  const units = new Map<Unit, Pair[]>()
  for (const pair of pairs) {
    const members = units.get(pair.unit)
    if (members === undefined) units.set(pair.unit, [pair])
    else members.push(pair)
  }
  return units
}

/**
 * The messages of a program: labels more than sentences. Measured on 180 catalogues of free software at most half the
 * messages were sentences in all but two; in news and statements at least nine of ten.
 */
function isCatalogue(pairs: readonly Pair[]): boolean {
  if (pairs.length < 30) return false
  let sentences = 0
  for (const pair of pairs) if (pair.isSentence) sentences++
  return sentences * 2 <= pairs.length
}

/** Labels and hints are put in other words on purpose; there weak signs stay infos. What the target's own grammar shows is not weak. */
function hushWeak(flaws: readonly PlacedFlaw[]): void {
  for (const flaw of flaws) {
    const isSure = flaw.flaw.variant === 'hole' || flaw.flaw.variant === 'dangling'
    if (flaw.active.check.weak !== undefined && flaw.active.level === undefined && !isSure && flaw.level === 'warning')
      flaw.level = 'info'
  }
}

/** Two weak signs of different kinds on one segment make a warning of each. A level set by hand stays. */
function raiseAgreeing(flaws: readonly PlacedFlaw[]): void {
  const kinds = new Map<Pair, Set<string>>()
  const isWeak = ({ active, level }: PlacedFlaw): boolean =>
    active.check.weak !== undefined && level === 'info' && active.level === undefined
  for (const flaw of flaws) {
    const { weak } = flaw.active.check
    if (weak === undefined || !isWeak(flaw)) continue
    const known = kinds.get(flaw.pair)
    if (known === undefined) kinds.set(flaw.pair, new Set([weak]))
    else known.add(weak)
  }
  for (const flaw of flaws) {
    if (isWeak(flaw) && (kinds.get(flaw.pair)?.size ?? 0) > 1) flaw.level = 'warning'
  }
}

// Findings ------------------------------------------------------------------------------------------------------------

interface Suppressed {
  readonly findings: readonly Finding[]
  readonly ignored: number
  readonly usedIgnores: ReadonlySet<Ignore>
  readonly usedBaseline: ReadonlySet<string>
}

function suppress(
  flaws: readonly PlacedFlaw[],
  reading: ReadDocument,
  options: CheckOptions,
  active: readonly ActiveCheck[],
): Suppressed {
  const findings: Finding[] = []
  const usedIgnores = new Set<Ignore>()
  const usedBaseline = new Set<string>()
  const notes = new NoteBook()
  let ignored = 0
  for (const placed of flaws) {
    const { pair, active: one } = placed
    if (options.units !== undefined && !options.units(pair.unit)) continue
    const rule = one.check.description.id
    if (notes.hides(pair, rule)) {
      ignored++
      continue
    }
    const suspect = {
      rule,
      file: options.file,
      language: pair.targetLanguage,
      unit: pair.unit.id,
      source: pair.source.text,
      target: pair.target.text,
    }
    const entry = options.ignores?.find(ignore => covers(ignore, suspect))
    if (entry !== undefined) {
      usedIgnores.add(entry)
      ignored++
      continue
    }
    const finding = findingOf(placed, rule, reading)
    if (options.baseline?.has(finding.fingerprint)) {
      usedBaseline.add(finding.fingerprint)
      ignored++
      continue
    }
    findings.push(finding)
  }
  for (const finding of notes.findings(reading, options, active)) findings.push(finding)
  return { findings: sortFindings(findings), ignored, usedIgnores, usedBaseline }
}

function findingOf({ pair, flaw, level, others }: PlacedFlaw, rule: RuleId, reading: ReadDocument): Finding {
  const { unit, segment } = pair
  const related: readonly RelatedPlace[] = others.map(other => ({
    place: reading.locate({ unit: other.unit, segment: other.segment, side: 'target' }),
    text: other.target.text,
  }))
  return {
    rule,
    level,
    place: reading.locate({ unit, segment, side: flaw.side, start: flaw.start, end: flaw.end }),
    unit: unit.id,
    segment: segment.id,
    language: pair.targetLanguage,
    data: flaw.data ?? {},
    related: [...(flaw.related ?? []), ...related],
    fingerprint: fingerprint(rule, unit.id, pair.source.text, pair.target.text),
    source: pair.source.text,
    target: pair.target.text,
    side: flaw.side,
    start: flaw.start,
    end: flaw.end,
    ...(flaw.variant === undefined ? {} : { variant: flaw.variant }),
    ...(flaw.fix === undefined ? {} : { fix: flaw.fix }),
  }
}

/** Key of the baseline and of reports: rule, unit, and a hash of source and target; 32 hexadecimal digits. */
export function fingerprint(rule: RuleId, unit: string, source: string, target: string): string {
  return sha256(`${rule}\n${unit}\n${source.length}\n${source}\n${target}`).slice(0, 32)
}

/** By file, place, rule: the order every report keeps. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      a.place.start.line - b.place.start.line ||
      a.place.start.column - b.place.start.column ||
      compare(a.rule, b.rule) ||
      a.place.end.line - b.place.end.line ||
      a.place.end.column - b.place.end.column,
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The ignores written in notes, and which of them hid something. */
class NoteBook {
  readonly #byUnit = new Map<Unit, readonly NoteIgnore[]>()
  readonly #used = new Set<NoteIgnore>()

  hides(pair: Pair, rule: RuleId): boolean {
    if (pair.unit.notes.length === 0) return false
    const ignore = this.#of(pair.unit).find(
      ({ rule: pattern, segment }) =>
        namesRule(pattern, rule) && (segment === undefined || segment === pair.segment.id),
    )
    if (ignore !== undefined) this.#used.add(ignore)
    return ignore !== undefined
  }

  #of(unit: Unit): readonly NoteIgnore[] {
    let ignores = this.#byUnit.get(unit)
    if (ignores === undefined) {
      ignores = noteIgnores(unit)
      this.#byUnit.set(unit, ignores)
    }
    return ignores
  }

  /** Ignores that hide nothing, and those without a reason. Unused is told only when every rule has run. */
  findings(reading: ReadDocument, options: CheckOptions, active: readonly ActiveCheck[]): readonly Finding[] {
    const unused = active.find(({ check }) => check.description.id === 'ignore/unused')
    const reasonless = active.find(({ check }) => check.description.id === 'ignore/no-reason')
    const isPartial = options.only !== undefined || options.skip !== undefined
    const found: Finding[] = []
    for (const file of reading.document.files) {
      for (const unit of unitsIn(file)) {
        if (unit.notes.length === 0) continue
        for (const ignore of this.#of(unit)) {
          const tell = (one: ActiveCheck | undefined): void => {
            if (one !== undefined) found.push(noteFinding(one, unit, ignore, reading))
          }
          if (!isPartial && !this.#used.has(ignore) && isOfDocument(ignore.rule)) tell(unused)
          if (ignore.reason === '') tell(reasonless)
        }
      }
    }
    return found
  }
}

/** Project rules run elsewhere: whether their ignore was of use is not known here. */
function isOfDocument(pattern: string): boolean {
  return Object.values(checks).some(check => check.scope !== 'project' && namesRule(pattern, check.description.id))
}

function noteFinding(active: ActiveCheck, unit: Unit, ignore: NoteIgnore, reading: ReadDocument): Finding {
  const rule = active.check.description.id
  return {
    rule,
    level: levelOf(active, { side: 'target', start: 0, end: 0 }),
    place: reading.locate({ unit }),
    unit: unit.id,
    ...(ignore.segment === undefined ? {} : { segment: ignore.segment }),
    ...(reading.document.targetLanguage === undefined ? {} : { language: reading.document.targetLanguage }),
    data: { ignored: ignore.rule },
    related: [],
    fingerprint: fingerprint(rule, unit.id, ignore.rule, ignore.reason),
  }
}
