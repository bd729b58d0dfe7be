/** Plain text as a document of one language: a line that is not blank is a unit. */

import { Failure, language, placeAt, textContent, type Unit } from '../model/index.ts'
import { lineIndex } from '../text/lines.ts'
import { readPlain } from './plain/index.ts'
import type { Location, Reading, ReadingOptions } from './reading.ts'

/**
 * Units `p1`, `p2`, … with one segment each; white space at the ends of a line stays in it.
 * @throws Failure `plain.*`; `text.no-language` when the options name no source language.
 */
export function readTextDocument(bytes: Uint8Array, options: ReadingOptions): Reading {
  const { file, sourceLanguage } = options
  const { text, paragraphs } = readPlain(bytes, { file })
  if (sourceLanguage === undefined) throw new Failure('text.no-language', { place: placeAt(file, 1, 1) })
  const starts = new Map<Unit, number>()
  const lengths = new Map<Unit, number>()
  const units = paragraphs
    .filter(paragraph => paragraph.text.trim() !== '')
    .map((paragraph, number): Unit => {
      const unit: Unit = {
        kind: 'unit',
        id: `p${number + 1}`,
        translate: true,
        canResegment: true,
        preserveSpace: false,
        notes: [],
        candidates: [],
        metadata: [],
        parts: [{ kind: 'segment', id: 's1', source: textContent(paragraph.text), state: 'initial' }],
      }
      starts.set(unit, paragraph.start)
      lengths.set(unit, paragraph.end - paragraph.start)
      return unit
    })
  const lines = lineIndex(text)
  const locate = ({ unit, start = 0, end }: Location) => {
    const from = starts.get(unit)
    if (from === undefined) return placeAt(file, 1, 1)
    return lines.place(file, { start: from + start, end: from + (end ?? lengths.get(unit) ?? start) })
  }
  return {
    document: {
      sourceLanguage: language(sourceLanguage),
      files: [{ kind: 'file', id: 'f1', original: file, notes: [], children: units }],
    },
    findings: [],
    locate,
  }
}
