/** Segments a text for the command line: own rules from a file, under a deadline. */

import { formFinding } from '../formats/finding.ts'
import { readSrx } from '../formats/srx/index.ts'
import { DeadlinePassed, startDeadlineWorker } from '../io/deadline.ts'
import { Failure, type Finding, type Language, type Place, placeAt, type SegmentationRules } from '../model/index.ts'
import {
  type CompiledRule,
  type Decision,
  decisions,
  inspectRules,
  matchRules,
  type Profile,
  paragraphJoiner,
  type RuleMatcher,
  type Segmented,
  type SegmentOptions,
  segment,
} from '../segmenter/index.ts'

/** Segmentation rules and the file they stand in, which failures name. */
export interface RulesFile {
  readonly file: string
  readonly rules: SegmentationRules
}

export interface SegmentTextOptions {
  readonly language: Language
  readonly profile?: Profile
  readonly rulesFile?: RulesFile
  readonly explain?: boolean
  /** What one rule may take on one paragraph; 2000 when not given. */
  readonly deadlineMs?: number
}

export interface SegmentedText {
  readonly language: Language
  readonly segments: readonly Segmented[]
  /** With `explain`: every cut and veto. */
  readonly decisions?: readonly Explained[]
}

/** A cut or a veto, in words a person can look up. */
export interface Explained {
  /** Offset of the place, UTF-16 units. */
  readonly at: number
  readonly isBreak: boolean
  readonly rule: string
  /** The text the rule has looked at, and what follows, on one line. */
  readonly before: string
  readonly after: string
}

const standardDeadlineMs = 2000

/**
 * Reads an SRX file.
 * @throws Failure `srx.*`, `xml.*`, with place.
 */
export function readRulesFile(bytes: Uint8Array, file: string): RulesFile {
  return { file, rules: readSrx(bytes, { file }).rules }
}

/**
 * Cuts a text into sentences. A rule of the user's that takes too long is ended.
 * @throws Failure `segmenter.deadline`, `srx-engine.*`, at the line of the rule in its file.
 */
export function segmentText(text: string, options: SegmentTextOptions): SegmentedText {
  return withSettings(options, settings => segmentWith(text, settings))
}

/**
 * The same for a text that comes in pieces; every result is that of some whole paragraphs, with offsets in the whole text.
 * Memory does not grow with the text.
 * @throws Failure as {@link segmentText} does, and what `pieces` throws.
 */
export function* segmentPieces(
  pieces: Iterable<string>,
  options: SegmentTextOptions,
): Generator<SegmentedText, void, undefined> {
  const { settings, close, told } = openSettings(options)
  const paragraphs = paragraphJoiner(text => segment(text, settings))
  let offset = 0
  const next = (text: string): SegmentedText => {
    const result = shifted(segmentWith(text, settings), offset)
    offset += text.length
    return result
  }
  try {
    for (const piece of pieces) {
      const text = paragraphs.push(piece)
      if (text !== '') yield next(text)
    }
    yield next(paragraphs.end())
  } catch (failure) {
    throw told(failure)
  } finally {
    close()
  }
}

function segmentWith(text: string, settings: SegmentOptions): SegmentedText {
  const { language, explain } = settings
  const segments = segment(text, settings)
  if (explain !== true) return { language, segments }
  return { language, segments, decisions: decisions(text, settings).map(decision => explained(text, decision)) }
}

function shifted({ language, segments, decisions }: SegmentedText, by: number): SegmentedText {
  return {
    language,
    segments: segments.map(each => ({ ...each, start: each.start + by, end: each.end + by })),
    ...(decisions === undefined ? {} : { decisions: decisions.map(each => ({ ...each, at: each.at + by })) }),
  }
}

interface OpenSettings {
  readonly settings: SegmentOptions
  /** A failure with the place of the rule it speaks of. */
  told(failure: unknown): unknown
  close(): void
}

function openSettings(options: SegmentTextOptions): OpenSettings {
  const { language, profile, rulesFile, explain = false, deadlineMs = standardDeadlineMs } = options
  const matcher = rulesFile === undefined ? undefined : deadlineMatcher(rulesFile, deadlineMs)
  return {
    settings: {
      language,
      explain,
      ...(profile === undefined ? {} : { profile }),
      ...(rulesFile === undefined ? {} : { rules: rulesFile.rules }),
      ...(matcher === undefined ? {} : { matcher: matcher.match }),
    },
    told: failure => (rulesFile === undefined ? failure : atRule(failure, rulesFile)),
    close: () => matcher?.close(),
  }
}

function withSettings<Result>(options: SegmentTextOptions, work: (settings: SegmentOptions) => Result): Result {
  const { settings, close, told } = openSettings(options)
  try {
    return work(settings)
  } catch (failure) {
    throw told(failure)
  } finally {
    close()
  }
}

/** A {@link RuleMatcher} in a thread of its own; close it when the work is done. */
export interface DeadlineMatcher {
  readonly match: RuleMatcher
  close(): void
}

/**
 * Tries the rules in another thread, which is ended when one rule takes longer than `deadlineMs` on one paragraph.
 * The matcher throws Failure `segmenter.deadline` with the rule, its line and the seconds.
 */
export function deadlineMatcher(rulesFile: RulesFile, deadlineMs: number = standardDeadlineMs): DeadlineMatcher {
  const worker = startDeadlineWorker<Question, Int32Array[]>(workSource(), deadlineMs)
  const match: RuleMatcher = (rules, paragraphs) => {
    try {
      return worker.run({ rules: rules.map(({ source, forward }) => ({ source, forward })), paragraphs })
    } catch (error) {
      if (!(error instanceof DeadlinePassed)) throw error
      throw tooSlow(rules[error.step % Math.max(1, rules.length)], rulesFile, deadlineMs, error)
    }
  }
  return { match, close: worker.close }
}

interface Question {
  readonly rules: readonly { readonly source: string; readonly forward: boolean }[]
  readonly paragraphs: readonly string[]
}

/** {@link matchRules} as text, taking its arguments as one. */
const workSource = (): string => `(input, onStep) => (${matchRules.toString()})(input.rules, input.paragraphs, onStep)`

function tooSlow(rule: CompiledRule | undefined, { file }: RulesFile, deadlineMs: number, cause: unknown): Failure {
  const line = rule?.rule.line ?? 1
  const data = { rule: rule?.id ?? '', pattern: short(rule), seconds: deadlineMs / 1000 }
  return new Failure('segmenter.deadline', { data, place: placeAt(file, line, 1), cause })
}

function short(rule: CompiledRule | undefined): string {
  const pattern = rule === undefined ? '' : rule.rule.before || rule.rule.after
  return shortened(pattern, 60)
}

function shortened(pattern: string, most: number): string {
  return pattern.length > most ? `${pattern.slice(0, most - 1)}…` : pattern
}

/** The engine knows the line of a rule, this file's name is known here. */
function atRule(failure: unknown, { file }: RulesFile): unknown {
  if (!(failure instanceof Failure) || failure.place !== undefined) return failure
  const line = Number(failure.data.line ?? 1)
  const place: Place = placeAt(file, Math.max(1, line), 1)
  return new Failure(failure.code, { data: failure.data, place, cause: failure })
}

function explained(text: string, { at, next, isBreak, rule, from }: Decision): Explained {
  const before = text.slice(Math.max(0, Math.min(from, at - 1), at - 40), at)
  return { at, isBreak, rule, before, after: text.slice(next, next + 20).split(/[\n\r\u2028\u2029]/, 1)[0] ?? '' }
}

/** Rules that can never fire, are shadowed or cannot be used, as findings `srx/…` at their lines. */
export function inspectRulesFile({ file, rules }: RulesFile): readonly Finding[] {
  return inspectRules(rules).map(({ kind, set, rule, line, problem, by }) => {
    const place = placeAt(file, Math.max(1, line), 1)
    if (problem === undefined) {
      const data = { set, number: rule, ...(by === undefined ? {} : { by }) }
      return formFinding({ rule: `srx/${kind}`, level: 'warning', place, data })
    }
    const { reason, pattern, offset } = problem
    return formFinding({
      rule: 'srx/pattern',
      variant: `srx-engine.${reason}`,
      place,
      data: { pattern: shortened(pattern, 80), offset },
    })
  })
}
