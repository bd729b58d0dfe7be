/** Annotations: translate, term, comment, match; and what their references point to. */

import type { XmlElement } from '../../xml/index.ts'
import { attribute, type Check, shown } from './check.ts'
import { checkReserved } from './reserved.ts'
import { own, type Text } from './walk.ts'

export function checkMarkers(check: Check, unit: XmlElement, texts: readonly Text[]): void {
  const notes = new Set(
    own(unit, 'notes').flatMap(notes => own(notes, 'note').flatMap(note => attribute(note, 'id') ?? [])),
  )
  for (const { inlines } of texts) {
    for (const { element } of inlines) {
      if (element.local !== 'mrk' && element.local !== 'sm') continue
      checkMarker(check, element, notes)
    }
  }
}

function checkMarker(check: Check, element: XmlElement, notes: ReadonlySet<string>): void {
  checkReserved(check, element, 'type')
  const type = attribute(element, 'type') ?? 'generic'
  const ref = attribute(element, 'ref')
  const value = attribute(element, 'value')
  if (type === 'generic' && attribute(element, 'translate') === undefined && !hasForeign(element)) {
    check.report('xliff/annotation:translate', element, { level: 'warning' })
  }
  if (type === 'comment') {
    if ((ref === undefined) === (value === undefined)) check.report('xliff/annotation:comment', element)
    if (ref !== undefined) {
      const note = /^#(?:.*\/)?n=([^/]+)$/.exec(ref)?.[1]
      if (note === undefined || !notes.has(note))
        check.report('xliff/annotation:note', element, { attribute: 'ref', data: { value: shown(ref) } })
    }
  }
  if (type === 'mtc:match' && ref !== undefined) check.report('xliff/annotation:match', element, { attribute: 'ref' })
}

function hasForeign(element: XmlElement): boolean {
  return element.attributes.some(({ prefix }) => prefix !== '' && prefix !== 'xmlns')
}
