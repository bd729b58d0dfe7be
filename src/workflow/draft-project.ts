/** Drafts of a document in all its languages, which share the ids of their units. */

import { type Document, type Language, type Unit, unitsOf } from '../model/index.ts'
import { buildDocument } from './build-document.ts'
import type { Draft } from './draft.ts'
import { followParagraphs, followSource } from './follow-source.ts'
import { followText, type PairSentences } from './follow-text.ts'
import { settleChanges } from './settle.ts'
import type { StatementText } from './source-text.ts'

/** What there is of a document in one language. */
export interface Edition {
  readonly language: Language
  /** The bilingual file as it was read. */
  readonly old: Document | undefined
  /** The published translation. */
  readonly text: StatementText | undefined
}

export interface EditionDraft extends Edition {
  readonly draft: Draft
  /** The bilingual file as the draft has it. */
  build(): Document
}

export interface DraftOptions {
  readonly original: string
  readonly pair: (language: Language) => PairSentences
  readonly take: 'text' | 'xliff' | undefined
  readonly sourceWas: (base: string) => string
}

/** Brings every edition up to date with the source, in memory only. */
export function draftEditions(
  source: StatementText,
  editions: readonly Edition[],
  options: DraftOptions,
): readonly EditionDraft[] {
  const unitLists = editions.map(({ old }) => (old === undefined ? [] : [...unitsOf(old)]))
  const ids = commonIds(source, unitLists)
  const taken = new Set(unitLists.flatMap(units => units.map(({ id }) => id)))
  return editions.map(edition => {
    const { language, old, text } = edition
    const draft = followSource(source, old, ids, taken)
    settleChanges(draft)
    if (text !== undefined) {
      followText(draft, text, { pair: options.pair(language), isNew: old === undefined, take: options.take })
    }
    const build = (): Document =>
      buildDocument(draft, { sourceLanguage: source.language, targetLanguage: language, ...options, old })
    return { ...edition, draft, build }
  })
}

/** The id each paragraph has in the first file that has it. */
function commonIds(source: StatementText, unitLists: readonly (readonly Unit[])[]): readonly (string | undefined)[] {
  const ids = new Array<string | undefined>(source.paragraphs.length)
  for (const units of unitLists) {
    for (const [index, pair] of followParagraphs(source, units).entries()) ids[index] ??= pair?.unit.id
  }
  return ids
}
