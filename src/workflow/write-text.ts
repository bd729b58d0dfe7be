/** A document as plain text: a unit a line, in one language. */

import { codeText } from '../formats/i18next/write.ts'
import { type Content, type Document, type Side, segmentsOf, type Unit, unitsOf } from '../model/index.ts'

/** What plain text cannot hold of a document. */
export type TextLoss = 'untranslated-kept' | 'codes' | 'notes' | 'candidates' | 'line-breaks' | 'states'

export interface WriteTextOptions {
  /** Default: target where the document has one. */
  readonly side?: Side
  /** Hears of each kind of loss, with the unit's id. */
  readonly onLoss?: (what: TextLoss, unit: string) => void
}

/** A segment without target shows its source: a reader sees that something is not translated, and nothing is missing. */
export function writeText(document: Document, options: WriteTextOptions = {}): string {
  const { side = document.targetLanguage === undefined ? 'source' : 'target', onLoss = () => {} } = options
  return [...unitsOf(document)].map(unit => `${unitLine(unit, side, onLoss)}\n`).join('')
}

function unitLine(unit: Unit, side: Side, onLoss: (what: TextLoss, unit: string) => void): string {
  if (unit.notes.length > 0) onLoss('notes', unit.id)
  if (unit.candidates.length > 0) onLoss('candidates', unit.id)
  const segments = segmentsOf(unit)
  if (side === 'target' && segments.some(segment => segment.target === undefined)) onLoss('untranslated-kept', unit.id)
  const text = unit.parts
    .map(part => {
      const content: Content = side === 'source' ? part.source : (part.target ?? part.source)
      if (content.some(inline => inline.kind !== 'text')) onLoss('codes', unit.id)
      return codeText(content)
    })
    .join('')
  if (/[\r\n]/.test(text)) onLoss('line-breaks', unit.id)
  return text.replace(/\r\n?|\n/g, ' ')
}
