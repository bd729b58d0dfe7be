/**
 * A file as a tree whose units are closed books: their start tags only. Each is opened when its turn comes and let go again, so
 * that memory grows with the number of units, not with what is in them.
 */

import { isShut, noNamespaces, parseXml, scanElement, type XmlElement } from '../../xml/index.ts'
import { moduleUris } from '../namespaces.ts'
import { unitTable } from '../unit-table.ts'

export interface Shell {
  readonly root: XmlElement
  /** A unit as it is; any other element is what it was. */
  open(element: XmlElement): XmlElement
  isClosed(element: XmlElement): boolean
  /** Ids in all size data, and of all resource items, of the document. */
  readonly sizeIds: ReadonlySet<string>
  readonly resourceIds: ReadonlySet<string>
}

/** @throws Failure `xml.*`: this is the strict pass over the text. */
export function readShell(text: string, options: { readonly file: string }): Shell {
  const units = unitTable()
  const sizeIds = new Set<string>()
  const resourceIds = new Set<string>()
  let coreUri = ''
  let depth = 0
  let unitDepth = 0
  let sizeDepth = 0
  let start = -1
  let end = 0
  parseXml(text, options, {
    open(name, attributes, tagStart) {
      depth++
      if (start < 0) {
        start = tagStart
        coreUri = name.uri
      }
      if (unitDepth === 0 && name.uri === coreUri && (name.local === 'unit' || name.local === 'trans-unit')) {
        units.add(tagStart, 0)
        unitDepth = depth
      }
      const id = attributes.get('id') ?? attributes.get('xml:id')
      if (sizeDepth > 0 && id !== undefined) sizeIds.add(id)
      if (name.uri === moduleUris.slr && name.local === 'data' && sizeDepth === 0) sizeDepth = depth
      if (name.uri === moduleUris.res && name.local === 'resourceItem' && id !== undefined) resourceIds.add(id)
    },
    close(_name, _start, tagEnd) {
      if (depth === unitDepth) {
        units.end(tagEnd)
        unitDepth = 0
      }
      if (depth === sizeDepth) sizeDepth = 0
      depth--
      end = tagEnd
    },
  })
  const endOf = (at: number): number | undefined => {
    const unit = units.at(at)
    return unit === undefined ? undefined : units.span(unit).end
  }
  const root = scanElement(text, { start, end }, noNamespaces, endOf)
  return {
    root,
    // Its own scope stands in for the one around it: it declares the same again.
    open: element => (isShut(element) ? scanElement(text, element, element.scope) : element),
    isClosed: isShut,
    sizeIds,
    resourceIds,
  }
}
