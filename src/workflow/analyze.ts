/** How much work a document is: words, segments and characters in each match band. */

import { type Content, type Document, type DocumentFile, type Language, plainText } from '../model/index.ts'
import { normalize } from '../text/normalize.ts'
import { countWords } from '../text/tokens.ts'
import { type Band, bandOf, everyBand } from './bands.ts'
import { answers, openLookups } from './lookup-many.ts'
import type { OpenedMemory } from './memory-files.ts'
import { segmentsIn } from './memory-import.ts'

export interface BandCount {
  readonly segments: number
  readonly words: number
  /** Code points without blanks. */
  readonly characters: number
}

/** A count with its price: words times the rate of their band. */
export interface WeightedCount extends BandCount {
  readonly weightedWords: number
}

export interface Analysis {
  readonly bands: Readonly<Record<Band, WeightedCount>>
  readonly total: WeightedCount
}

export type Rates = Readonly<Record<Band, number>>

/** What a word of each band costs, as a share of a new one; a common scale of agencies, to be replaced by one's own. */
export const usualRates: Rates = {
  ice: 0,
  repetitions: 0.25,
  exact: 0.25,
  '95-99': 0.4,
  '85-94': 0.6,
  '75-84': 0.75,
  '50-74': 1,
  new: 1,
}

export interface AnalyzeOptions {
  readonly targetLanguage: Language
  /** Bands left out have the usual rate. */
  readonly rates?: { readonly [band in Band]?: number | undefined }
}

/**
 * Counts every segment of the source once. A repetition is a segment whose text came earlier in the document and that
 * has no match in context; what repeats with another case or white space counts too.
 */
export async function analyzeDocument(
  document: Document,
  memories: readonly OpenedMemory[],
  { targetLanguage, rates = {} }: AnalyzeOptions,
): Promise<Analysis> {
  const counts = everyBand(() => ({ segments: 0, words: 0, characters: 0 }))
  const seen = new Set<string>()
  const { sourceLanguage } = document
  const texts = document.files.flatMap(textsOf).filter(({ text }) => normalize(text, sourceLanguage) !== '')
  const lookups = openLookups(memories)
  try {
    const asking = { sourceLanguage, targetLanguage, threshold: 0.5, limit: 1 }
    const questions = texts.map(({ source, around }) => ({ query: source, options: { ...asking, ...around } }))
    let at = 0
    for await (const [best] of answers(lookups, questions)) {
      const text = texts[at++]?.text ?? ''
      const normal = normalize(text, sourceLanguage)
      const isRepeated = seen.has(normal)
      seen.add(normal)
      const own = bandOf(best)
      const count = counts[isRepeated && own !== 'ice' ? 'repetitions' : own]
      count.segments++
      count.words += countWords(text)
      count.characters += [...text.replace(/\s/gu, '')].length
    }
  } finally {
    await lookups.close()
  }
  return weighted(counts, rates)
}

interface SourceText {
  readonly source: Content
  readonly text: string
  readonly around: ReturnType<typeof neighboursOf>
}

function textsOf(file: DocumentFile): readonly SourceText[] {
  const texts = [...segmentsIn(file)].map(({ source }) => ({ source, text: plainText(source) }))
  return texts.map((each, i) => ({ ...each, around: neighboursOf(texts, i) }))
}

function weighted(counts: Readonly<Record<Band, BandCount>>, rates: NonNullable<AnalyzeOptions['rates']>): Analysis {
  const total = { segments: 0, words: 0, characters: 0, weightedWords: 0 }
  const priced = everyBand(band => {
    const weightedWords = inTenths(counts[band].words * (rates[band] ?? usualRates[band]))
    total.segments += counts[band].segments
    total.words += counts[band].words
    total.characters += counts[band].characters
    total.weightedWords = inTenths(total.weightedWords + weightedWords)
    return { ...counts[band], weightedWords }
  })
  return { bands: priced, total }
}

/** Adding shares of words leaves crumbs in the last binary digit. */
function inTenths(words: number): number {
  return Math.round(words * 10) / 10
}

/** Source texts before and after, for matches in context. */
export function neighboursOf(
  texts: readonly { readonly text: string }[],
  i: number,
): { readonly previous?: string; readonly next?: string } {
  const previous = texts[i - 1]?.text
  const next = texts[i + 1]?.text
  return { ...(previous === undefined ? {} : { previous }), ...(next === undefined ? {} : { next }) }
}
