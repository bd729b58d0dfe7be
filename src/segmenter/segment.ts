/** Text to sentences. */

import { abbreviationsOf } from '../lexicon/abbreviations.ts'
import { baseLanguage, type Language, type SegmentationRules } from '../model/index.ts'
import { kind, kindAt } from './characters.ts'
import { decideInformally } from './informal.ts'
import { type WordTable, wordTable } from './lexicon.ts'
import { paragraphsOf } from './paragraphs.ts'
import { decideByPlatform } from './platform.ts'
import { type Decision, type ScanSink, scan, scanCuts } from './scanner.ts'
import { compileRules, type RuleMatcher, type RuleSegmenter } from './srx/engine.ts'

/** One sentence. Offsets in UTF-16 units of the text; `text` is exactly what stands between them. */
export interface Segmented {
  readonly start: number
  readonly end: number
  readonly text: string
  /** With `explain`: the rule that has cut behind this sentence; absent at the end of a paragraph. */
  readonly rule?: string
}

/** `informal` also cuts as writers of web text mean it, where the full stop or the capital letter is missing. */
export const profiles = ['standard', 'informal'] as const
export type Profile = (typeof profiles)[number]

/** How a text is cut. */
export interface SegmentOptions {
  readonly language: Language
  /** Own rules instead of the built-in ones. */
  readonly rules?: SegmentationRules
  /** Tries the rules instead of the engine itself, for instance under a deadline. */
  readonly matcher?: RuleMatcher
  /** `standard` when not given. */
  readonly profile?: Profile
  /** Name the rule of every cut. */
  readonly explain?: boolean
}

/**
 * Cuts a text into sentences, in order, without overlap; between them is only white space. A line is a paragraph.
 * @throws Failure `srx-engine.*` when the given rules do not compile.
 */
export function segment(text: string, options: SegmentOptions): Segmented[] {
  const segments: Segmented[] = []
  const words =
    options.rules === undefined && !isInformal(options) ? wordsOf(baseLanguage(options.language)) : undefined
  let from = 0
  if (words !== undefined && options.explain !== true) {
    for (const at of scanCuts(text, words)) {
      add(segments, text, from, at, undefined)
      from = at
    }
    return segments
  }
  const cut = (at: number, rule: string | undefined): void => {
    add(segments, text, from, at, options.explain === true ? rule : undefined)
    from = at
  }
  decide(text, options, {
    onDecision: (at, _next, rule) => {
      if (rule.isBreak) cut(at, rule.id)
    },
    onParagraphEnd: end => cut(end, undefined),
  })
  return segments
}

/** Adds what stands from `from` to `to` without the blanks at its ends, if anything does. */
function add(segments: Segmented[], text: string, from: number, to: number, rule: string | undefined): void {
  let start = from
  let end = to
  while (start < end && isBlank(kindAt(text, start))) start++
  while (end > start && isBlank(kindAt(text, end - 1))) end--
  if (end === start) return
  const sentence = text.slice(start, end)
  segments.push(rule === undefined ? { start, end, text: sentence } : { start, end, text: sentence, rule })
}

function isBlank(found: number): boolean {
  return found === kind.space || found === kind.line
}

/** Every cut and veto in a text, in order, with its rule and the text the rule has looked at. */
export function decisions(text: string, options: SegmentOptions): Decision[] {
  const found: Decision[] = []
  decide(text, options, {
    onDecision: (at, next, { isBreak, id }, from) => found.push({ at, next, isBreak, rule: id, from }),
    onParagraphEnd: () => {},
  })
  return found
}

function decide(text: string, options: SegmentOptions, sink: ScanSink): void {
  if (options.rules !== undefined) {
    decideByRules(text, compileRules(options.rules, options.language, options.matcher), sink)
    return
  }
  const words = wordsOf(baseLanguage(options.language))
  if (words === undefined) decideByPlatform(text, options.language, sink)
  else if (isInformal(options)) decideInformally(text, words, sink)
  else scan(text, words, sink)
}

/** The informal profile is for English; other languages have no model and keep their rules. */
function isInformal({ language, profile }: SegmentOptions): boolean {
  return profile === 'informal' && baseLanguage(language) === 'en'
}

function decideByRules(text: string, segmenter: RuleSegmenter, sink: ScanSink): void {
  const paragraphs = paragraphsOf(text)
  const found = segmenter.decide(paragraphs.map(({ start, end }) => text.slice(start, end)))
  paragraphs.forEach(({ start, end }, i) => {
    for (const { at, rule, from } of found[i] ?? []) sink.onDecision(at + start, at + start, rule, from + start)
    sink.onParagraphEnd(end)
  })
}

/** Word tables by base language; a pure cache. */
const tables = new Map<string, WordTable>()

function wordsOf(language: string): WordTable | undefined {
  const known = tables.get(language)
  if (known !== undefined) return known
  const abbreviations = abbreviationsOf(language)
  if (abbreviations === undefined) return undefined
  const table = wordTable(abbreviations)
  tables.set(language, table)
  return table
}
