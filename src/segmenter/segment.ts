/** Text to sentences. */

import { abbreviationsOf } from '../lexicon/abbreviations.ts'
import { baseLanguage, type Language, type SegmentationRules } from '../model/index.ts'
import { kind, kindAt } from './characters.ts'
import { type WordTable, wordTable } from './lexicon.ts'
import { eachParagraph } from './paragraphs.ts'
import { cutsIn, type Decision } from './scanner.ts'

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
  /** `standard` when not given. */
  readonly profile?: Profile
  /** Name the rule of every cut. */
  readonly explain?: boolean
}

/** Cuts a text into sentences, in order, without overlap; between them is only white space. A line is a paragraph. */
export function segment(text: string, options: SegmentOptions): Segmented[] {
  const segments: Segmented[] = []
  const words = wordsOf(baseLanguage(options.language))
  eachParagraph(text, (start, end) => {
    let from = start
    const add = (to: number): void => {
      let a = from
      let b = to
      while (a < b && kindAt(text, a) === kind.space) a++
      while (b > a && kindAt(text, b - 1) === kind.space) b--
      if (b > a) segments.push({ start: a, end: b, text: text.slice(a, b) })
      from = to
    }
    for (const at of cutsIn(text, start, end, { words })) add(at)
    add(end)
  })
  return segments
}

/** Every cut and veto in a text, in order. */
export function decisions(text: string, options: SegmentOptions): Decision[] {
  const found: Decision[] = []
  const words = wordsOf(baseLanguage(options.language))
  eachParagraph(
    text,
    (start, end) => void cutsIn(text, start, end, { words, onDecision: decision => found.push(decision) }),
  )
  return found
}

const tables = new Map<string, WordTable>()

function wordsOf(language: string): WordTable {
  let table = tables.get(language)
  if (table === undefined) {
    const abbreviations = abbreviationsOf(language) ?? abbreviationsOf('en')
    if (abbreviations === undefined) throw new Error('no table')
    table = wordTable(abbreviations)
    tables.set(language, table)
  }
  return table
}
