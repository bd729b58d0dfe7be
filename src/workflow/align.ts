/** Two sides → a bitext, and the bitext in the form someone wants. */

import { type AlignOptions, align, encodeSides, type SentenceEncoder } from '../aligner/index.ts'
import { writeTmx } from '../formats/tmx/index.ts'
import { writeXliff } from '../formats/xliff/index.ts'
import {
  type Bead,
  type Bitext,
  type Document,
  type Language,
  type Segment,
  type TranslationUnit,
  textContent,
  type Unit,
} from '../model/index.ts'
import { sha256 } from '../text/hash.ts'
import { readSide, type TextToAlign } from './align-side.ts'
import { extra } from './settle.ts'

export interface AlignTextsOptions extends Pick<AlignOptions, 'counts' | 'terms' | 'signal'> {
  /** In plain text every line is a segment already, an empty one too; a final line break begins none. */
  readonly isSegmented?: boolean
  /** Says how alike sentences are in meaning. */
  readonly encoder?: SentenceEncoder | undefined
}

/** Reads both sides and aligns their segments; see {@link readSide} for what a side may be. */
export async function alignTexts(
  source: TextToAlign,
  target: TextToAlign,
  options: AlignTextsOptions = {},
): Promise<Bitext> {
  const { isSegmented = false, encoder, ...evidence } = options
  const [from, to] = [readSide(source, isSegmented), readSide(target, isSegmented)]
  const encoded = encoder && (await encodeSides(from.texts, to.texts, encoder, evidence))
  return align(from.texts, to.texts, {
    ...evidence,
    ...(encoded && { encoded }),
    sourceLanguage: source.language,
    targetLanguage: target.language,
    // Paragraphs on one side alone say nothing.
    ...(from.starts && to.starts && { paragraphs: { source: from.starts, target: to.starts } }),
  })
}

/** The texts of one side of a bead, with a blank between. */
export function sideText(texts: readonly string[], { from, to }: Bead['source']): string {
  return texts.slice(from, to).join(' ')
}

/** A bead a line: source TAB target TAB confidence; tabs and line breaks in texts become blanks. */
export function bitextTsv({ source, target, beads }: Bitext): string {
  const cell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')
  return beads
    .map(
      bead =>
        `${cell(sideText(source, bead.source))}\t${cell(sideText(target, bead.target))}\t${bead.confidence.toFixed(3)}\n`,
    )
    .join('')
}

/** The bitext as it stands in the JSON output of `align`. */
export function bitextRecord({ source, target, beads }: Bitext): Record<string, unknown> {
  return {
    source,
    target,
    beads: beads.map(bead => ({
      source: [bead.source.from, bead.source.to],
      target: [bead.target.from, bead.target.to],
      confidence: Math.round(bead.confidence * 1e4) / 1e4,
    })),
  }
}

/** The bitext as XLIFF 2.1: a bead is a unit of one segment; 0:1 is an empty source marked as extra. */
export function bitextXliff(
  bitext: Bitext,
  original: string,
  languages: Pick<Document, 'sourceLanguage' | 'targetLanguage'>,
): string {
  const units = bitext.beads.map((bead, index): Unit => {
    const source = sideText(bitext.source, bead.source)
    const target = sideText(bitext.target, bead.target)
    const part: Segment = {
      kind: 'segment',
      id: 's1',
      source: textContent(source),
      ...(target !== '' && { target: textContent(target) }),
      state: target === '' ? 'initial' : 'translated',
      ...(source === '' && { subState: extra }),
    }
    return {
      kind: 'unit',
      id: `u${index + 1}`,
      translate: true,
      canResegment: true,
      preserveSpace: true,
      notes: [],
      candidates: [],
      metadata: [],
      parts: [part],
    }
  })
  const document: Document = {
    ...languages,
    files: [{ kind: 'file', id: 'f1', original, notes: [], children: units }],
  }
  return writeXliff(document, { version: '2.1' })
}

/** The pairs as TMX; beads with an empty side are left out. */
export function bitextTmx(
  { source, target, beads }: Bitext,
  origin: string,
  sourceLanguage: Language,
  targetLanguage: Language,
): Uint8Array {
  const units = beads.flatMap((bead): readonly TranslationUnit[] => {
    const pair = [sideText(source, bead.source), sideText(target, bead.target)] as const
    if (pair[0] === '' || pair[1] === '') return []
    return [
      {
        id: `a${sha256(pair.join('\u0000')).slice(0, 16)}`,
        variants: [
          { language: sourceLanguage, content: textContent(pair[0]) },
          { language: targetLanguage, content: textContent(pair[1]) },
        ],
        origin,
        properties: [{ name: 'x-alignment-confidence', value: bead.confidence.toFixed(3) }],
      },
    ]
  })
  return writeTmx(units, { sourceLanguage })
}
