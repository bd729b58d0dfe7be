/** A plain text of the project, cut into paragraphs and sentences: the source as it is today, or a published translation. */

import { type PlainText, readPlain } from '../formats/plain/index.ts'
import type { Language, Place, Range } from '../model/index.ts'
import { lineIndex } from '../text/lines.ts'

/** Cuts one paragraph; offsets count in it. */
export type Cutter = (paragraph: string) => readonly { readonly start: number; readonly end: number }[]

/** Offsets in the decoded file. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Index into {@link StatementText.paragraphs}. */
  readonly paragraph: number
}

/** A line that is not blank. */
export interface StatementParagraph {
  readonly text: string
  readonly start: number
  readonly end: number
  /** Its sentences, indices into {@link StatementText.sentences}. */
  readonly sentences: Range
}

export interface StatementText {
  readonly file: string
  readonly language: Language
  readonly plain: PlainText
  readonly paragraphs: readonly StatementParagraph[]
  readonly sentences: readonly Sentence[]
  /** Place of a stretch of the decoded file. */
  place(start: number, end: number): Place
}

/** Reads and cuts a text file; a line is a paragraph, blank lines are none. Throws as `readPlain` does. */
export function readStatement(bytes: Uint8Array, file: string, language: Language, cut: Cutter): StatementText {
  const plain = readPlain(bytes, { file })
  const paragraphs: StatementParagraph[] = []
  const sentences: Sentence[] = []
  for (const { text, start, end } of plain.paragraphs) {
    if (text.trim() === '') continue
    const from = sentences.length
    for (const piece of cut(text)) {
      sentences.push({
        text: text.slice(piece.start, piece.end),
        start: start + piece.start,
        end: start + piece.end,
        paragraph: paragraphs.length,
      })
    }
    paragraphs.push({ text, start, end, sentences: { from, to: sentences.length } })
  }
  let lines: ReturnType<typeof lineIndex> | undefined
  return {
    file,
    language,
    plain,
    paragraphs,
    sentences,
    place: (start, end) => {
      lines ??= lineIndex(plain.text)
      return lines.place(file, { start, end })
    },
  }
}

/** The text of a run of sentences as it stands in the file; undefined when the run leaves its paragraph. */
export function sliceOf(text: StatementText, range: Range): string | undefined {
  const first = text.sentences[range.from]
  const last = text.sentences[range.to - 1]
  if (first === undefined || last === undefined || first.paragraph !== last.paragraph) return undefined
  return text.plain.text.slice(first.start, last.end)
}
