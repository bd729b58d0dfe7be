/** Opens a document of a project: its source, its bilingual files, its published translations, and the draft of each. */

import { align } from '../aligner/index.ts'
import { readXliff, type XliffFile } from '../formats/xliff/index.ts'
import type { PairCounts } from '../lexicon/pair-counts.ts'
import { type Concept, Failure, type Finding, type Language, placeAt, type TranslationUnit } from '../model/index.ts'
import { type DraftOptions, draftEditions, type Edition, type EditionDraft } from './draft-project.ts'
import type { PairSentences } from './follow-text.ts'
import type { FileReader, Project, ProjectDocument } from './project.ts'
import { type Cutter, readStatement, type StatementText } from './source-text.ts'

/** A document in one language, as it is on disk and as it would be. */
export interface OpenEdition extends EditionDraft {
  /** Path of the bilingual file, relative to the project. */
  readonly path: string
  /** Its bytes; undefined where there is no file yet. */
  readonly bytes: Uint8Array | undefined
  readonly file: XliffFile | undefined
}

export interface OpenDocument {
  readonly document: ProjectDocument
  readonly source: StatementText
  readonly editions: readonly OpenEdition[]
}

/** What a project knows beside its documents. */
export interface ProjectKnowledge {
  readonly terms: readonly Concept[]
  /** What was odd in the glossaries. */
  readonly termFindings: readonly Finding[]
  /** Units of the project's text memories, the best memory first. */
  readonly units: readonly TranslationUnit[]
  /** What stands in how many pairs of all the project's memories, stores too; counted when first asked for. */
  counts(): PairCounts
  /** Cuts paragraphs of a language into sentences. */
  cutter(language: Language): Cutter
}

export interface OpenOptions {
  readonly read: FileReader
  readonly knowledge: ProjectKnowledge
  readonly take?: 'text' | 'xliff' | undefined
  /** Text of the note on a segment whose source changed. */
  readonly sourceWas: (base: string) => string
}

/**
 * Reads a document and drafts all its editions.
 * @throws Failure as the readers of its files do; `file.not-found` when the source is missing
 */
export function openDocument(project: Project, document: ProjectDocument, options: OpenOptions): OpenDocument {
  const { read, knowledge, take, sourceWas } = options
  const { sourceLanguage, targetLanguages } = project.config
  const statement = (path: string, language: Language): StatementText | undefined => {
    const bytes = read(path)
    return bytes && readStatement(bytes, path, language, knowledge.cutter(language))
  }
  const source = statement(document.source, sourceLanguage)
  if (source === undefined) throw missingSource(document.source)
  const files = targetLanguages.map(language => {
    const path = document.xliff(language)
    const bytes = read(path)
    return { path, bytes, file: bytes && readXliff(bytes, { file: path }) }
  })
  const editions = targetLanguages.map(
    (language, index): Edition => ({
      language,
      old: files[index]?.file?.document,
      text: statement(document.text(language), language),
    }),
  )
  const drafts = draftEditions(source, editions, draftOptions(project, document, knowledge, take, sourceWas))
  return {
    document,
    source,
    editions: drafts.map((draft, index): OpenEdition => {
      const { path = '', bytes, file } = files[index] ?? {}
      return { ...draft, path, bytes, file }
    }),
  }
}

function missingSource(path: string): Failure {
  return new Failure('file.not-found', { place: placeAt(path, 1, 1) })
}

function draftOptions(
  project: Project,
  document: ProjectDocument,
  knowledge: ProjectKnowledge,
  take: DraftOptions['take'],
  sourceWas: DraftOptions['sourceWas'],
): DraftOptions {
  return {
    original: document.source.split('/').at(-1) ?? document.source,
    pair: language => sentencePairer(project.config.sourceLanguage, language, knowledge),
    take,
    sourceWas,
  }
}

/** The aligner with all the project knows of the two languages. */
function sentencePairer(
  sourceLanguage: Language,
  targetLanguage: Language,
  knowledge: ProjectKnowledge,
): PairSentences {
  return (source, target, paragraphs) =>
    align(source, target, {
      sourceLanguage,
      targetLanguage,
      paragraphs,
      terms: knowledge.terms,
      counts: knowledge.counts(),
    }).beads
}
