/** Every kind of attribute and element of a file, each once: to be taken out, so that one sees whether it was missed. */

import { parseXmlTree, type XmlElement } from '../../../src/formats/xml/index.ts'

export interface Cut {
  /** `element@attribute` or `parent/element`. */
  readonly name: string
  /** The file without it. */
  readonly text: string
}

export function* cutsOf(text: string): Generator<Cut> {
  const seen = new Set<string>()
  for (const { path, name, start, end } of stretches(parseXmlTree(text, { file: '' }), '')) {
    if (seen.has(path)) continue
    seen.add(path)
    yield { name, text: text.slice(0, start) + text.slice(end) }
  }
}

interface Stretch {
  readonly path: string
  readonly name: string
  readonly start: number
  readonly end: number
}

function* stretches(element: XmlElement, path: string): Generator<Stretch> {
  const here = `${path}/${element.name}`
  for (const { name, start, end } of element.attributes) {
    if (/^xmlns(?::|$)/.test(name)) continue
    yield { path: `${here}@${name}`, name: `${element.name}@${name}`, start, end }
  }
  for (const child of element.children) {
    if (child.kind !== 'element') continue
    const { start, end } = child
    yield { path: `${here}/${child.name}`, name: `${element.name}/${child.name}`, start, end }
    yield* stretches(child, here)
  }
}
