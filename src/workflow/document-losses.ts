/** What formats other than XLIFF have no place for, whatever else they can say: told once for all of them. */

import { type Document, type DocumentFile, type Group, segmentsOf, type Unit } from '../model/index.ts'
import type { LossTeller } from './conversion-losses.ts'
import { tellMarkupLosses } from './xliff-losses.ts'

/** `goal` is a format without files, skeletons and markup of others: a memory, a table, a catalogue, a text. */
export function tellDocumentLosses(
  document: Document,
  goal: 'tmx' | 'csv' | 'i18next' | 'text',
  tell: LossTeller,
): void {
  if (document.notes !== undefined) tell('file-notes')
  const visit = (child: DocumentFile | Group | Unit): void => {
    if (child.kind === 'unit') {
      tellUnit(child, goal, tell)
      return
    }
    if (child.notes.length > 0) tell('file-notes', child.id)
    if (child.kind === 'file' && child.skeleton !== undefined) tell('skeletons', child.id)
    if (child.kind === 'group' && goal === 'text') tell('groups')
    child.children.forEach(visit)
  }
  document.files.forEach(visit)
  tellMarkupLosses(document, undefined, tell)
}

function tellUnit(unit: Unit, goal: 'tmx' | 'csv' | 'i18next' | 'text', tell: LossTeller): void {
  const { name, type, translate, metadata } = unit
  // The keys of a catalogue are the names.
  if ((name !== undefined && goal !== 'i18next') || type !== undefined || !translate) tell('unit-attributes', unit)
  if (goal !== 'text') return
  if (metadata.length > 0) tell('metadata', unit)
  // That something is translated shows.
  const says = segmentsOf(unit).some(({ state, subState }) => state === 'reviewed' || state === 'final' || subState)
  if (says) tell('states', unit)
}
