/** How much work a document is: words, segments and characters in each match band. */

import { type Document, type Language, plainText } from '../model/index.ts'
import { normalize } from '../text/normalize.ts'
import { countWords } from '../text/tokens.ts'
import { type Band, bandOf, bands, everyBand } from './bands.ts'
import type { OpenedMemory } from './memory-files.ts'
import { segmentsIn } from './memory-import.ts'
import { lookupInMemories } from './memory-query.ts'

export interface BandCount {
  readonly segments: number
  readonly words: number
  /** Code points without blanks. */
  readonly characters: number
}

export interface Analysis {
  readonly bands: Readonly<Record<Band, BandCount>>
  readonly total: BandCount
  /** Words times the rate of their band. */
  readonly weightedWords: number
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
  readonly rates?: Rates
}

/**
 * Counts every segment of the source once. A repetition is a segment whose text came earlier in the document and that
 * has no match in context; what repeats with another case or white space counts too.
 */
export async function analyzeDocument(
  document: Document,
  memories: readonly OpenedMemory[],
  { targetLanguage, rates = usualRates }: AnalyzeOptions,
): Promise<Analysis> {
  const counts = everyBand(() => ({ segments: 0, words: 0, characters: 0 }))
  const seen = new Set<string>()
  const { sourceLanguage } = document
  for (const file of document.files) {
    const texts = [...segmentsIn(file)].map(({ source }) => ({ source, text: plainText(source) }))
    for (const [i, { source, text }] of texts.entries()) {
      const normal = normalize(text, sourceLanguage)
      if (normal === '') continue
      const isRepeated = seen.has(normal)
      seen.add(normal)
      const [best] = await lookupInMemories(memories, source, {
        sourceLanguage,
        targetLanguage,
        ...neighboursOf(texts, i),
        threshold: 0.5,
        limit: 1,
      })
      const own = bandOf(best)
      const count = counts[isRepeated && own !== 'ice' ? 'repetitions' : own]
      count.segments++
      count.words += countWords(text)
      count.characters += [...text.replace(/\s/gu, '')].length
    }
  }
  return { bands: counts, ...totals(counts, rates) }
}

function totals(counts: Readonly<Record<Band, BandCount>>, rates: Rates): Omit<Analysis, 'bands'> {
  const total = { segments: 0, words: 0, characters: 0 }
  let weighted = 0
  for (const band of bands) {
    total.segments += counts[band].segments
    total.words += counts[band].words
    total.characters += counts[band].characters
    weighted += counts[band].words * rates[band]
  }
  return { total, weightedWords: Math.round(weighted * 10) / 10 }
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
