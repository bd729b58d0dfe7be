/** Text to sentences. */

import { abbreviationsOf } from '../lexicon/abbreviations.ts'
import { baseLanguage, type Language, type SegmentationRules } from '../model/index.ts'
import { kind, kindAt } from './characters.ts'
import { type WordTable, wordTable } from './lexicon.ts'
import { eachParagraph } from './paragraphs.ts'
import { platformDecider } from './platform.ts'
import { type Decision, scan } from './scanner.ts'
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
  const explain = options.explain === true
  let from = 0
  const add = (to: number, rule?: string): void => {
    let a = from
    let b = to
    while (a < b && kindAt(text, a) === kind.space) a++
    while (b > a && kindAt(text, b - 1) === kind.space) b--
    if (b > a) segments.push(made(text, a, b, explain ? rule : undefined))
    from = to
  }
  decide(text, options, {
    onDecision: decision => {
      if (decision.isBreak) add(decision.at, decision.rule)
    },
    onParagraphEnd: end => add(end),
  })
  return segments
}

function made(text: string, start: number, end: number, rule: string | undefined): Segmented {
  const sentence = { start, end, text: text.slice(start, end) }
  return rule === undefined ? sentence : { ...sentence, rule }
}

/** Every cut and veto in a text, in order, with its rule and the text the rule has looked at. */
export function decisions(text: string, options: SegmentOptions): Decision[] {
  const found: Decision[] = []
  decide(text, options, { onDecision: decision => found.push(decision), onParagraphEnd: () => {} })
  return found
}

interface DecisionSink {
  readonly onDecision: (decision: Decision) => void
  readonly onParagraphEnd: (end: number) => void
}

/** Tells every decision and the end of every paragraph, in the order of the text. */
function decide(text: string, options: SegmentOptions, sink: DecisionSink): void {
  if (options.rules !== undefined) {
    decideByRules(text, compileRules(options.rules, options.language, options.matcher), sink)
    return
  }
  const words = wordsOf(baseLanguage(options.language))
  const decideParagraph = words === undefined ? platformDecider(options.language) : undefined
  eachParagraph(text, (start, end) => {
    if (words !== undefined) scan(text, start, end, words, sink.onDecision)
    else decideParagraph?.(text, start, end, sink.onDecision)
    sink.onParagraphEnd(end)
  })
}

function decideByRules(text: string, segmenter: RuleSegmenter, sink: DecisionSink): void {
  const starts: number[] = []
  const paragraphs: string[] = []
  eachParagraph(text, (start, end) => {
    starts.push(start)
    paragraphs.push(text.slice(start, end))
  })
  for (const [i, found] of segmenter.decide(paragraphs).entries()) {
    const start = starts[i] ?? 0
    for (const decision of found) sink.onDecision(moved(decision, start))
    sink.onParagraphEnd(start + (paragraphs[i]?.length ?? 0))
  }
}

function moved(decision: Decision, by: number): Decision {
  const { at, next, from, to } = decision
  return { ...decision, at: at + by, next: next + by, from: from + by, to: to + by }
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
