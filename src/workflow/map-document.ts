/** A document with its units or contents changed; all else is shared with the old one. */

import type { Content, Document, Group, Unit } from '../model/index.ts'

export function mapUnits(document: Document, change: (unit: Unit) => Unit): Document {
  const children = (list: readonly (Group | Unit)[]): readonly (Group | Unit)[] =>
    list.map(child => (child.kind === 'unit' ? change(child) : { ...child, children: children(child.children) }))
  return { ...document, files: document.files.map(file => ({ ...file, children: children(file.children) })) }
}

/** Sources and targets of all segments, ignorables and candidates. */
export function mapContents(document: Document, change: (content: Content) => Content): Document {
  return mapUnits(document, unit => ({
    ...unit,
    parts: unit.parts.map(part => ({
      ...part,
      source: change(part.source),
      ...(part.target === undefined ? {} : { target: change(part.target) }),
    })),
    candidates: unit.candidates.map(each => ({ ...each, source: change(each.source), target: change(each.target) })),
  }))
}
