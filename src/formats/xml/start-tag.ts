/** The attributes of the start tag being read: where they stand, not what they say, until someone asks. */

import type { XmlName } from './name-cache.ts'
import { declaredBindings } from './names.ts'
import { resolveAttribute } from './resolve.ts'

/** The attributes of one start tag in the order of the file; good only while the tag's event is heard. */
export interface XmlAttributes {
  readonly size: number
  /** Name as written; empty past the last. */
  name(index: number): string
  /** References resolved, white space as XML 1.0 section 3.3.3 says. */
  value(index: number): string
  /** Value of an attribute by its name as written. */
  get(name: string): string | undefined
  /** All of them, to keep. */
  list(): readonly { readonly name: string; readonly value: string }[]
}

const none: ReturnType<XmlAttributes['list']> = []

export class TagAttributes implements XmlAttributes {
  /** What the spans count in. */
  #text = ''
  size = 0
  hasColon = false
  #hasDeclaration = false
  readonly #names: XmlName[] = []
  /** Start and end of each value; where it must be resolved the end is negative. */
  readonly #spans: number[] = []

  clear(text: string): void {
    this.#text = text
    this.size = 0
    this.hasColon = false
    this.#hasDeclaration = false
  }

  add(name: XmlName, start: number, end: number, isPlain: boolean): void {
    const at = this.size++
    this.#names[at] = name
    this.#spans[2 * at] = start
    this.#spans[2 * at + 1] = isPlain ? end : -end
    if (name.hasColon) this.hasColon = true
    if (name.isDeclaration) this.#hasDeclaration = true
  }

  /** Prefix → URI of the `xmlns` attributes, or undefined when there are none. */
  declarations(): ReadonlyMap<string, string> | undefined {
    if (!this.#hasDeclaration) return undefined
    return declaredBindings(this.list().map(({ name, value }) => [name, value]))
  }

  rawName(index: number): XmlName | undefined {
    return index < this.size ? this.#names[index] : undefined
  }

  name(index: number): string {
    return this.rawName(index)?.text ?? ''
  }

  value(index: number): string {
    if (index >= this.size) return ''
    // Proof: `add` put both in.
    const start = this.#spans[2 * index] as number
    const end = this.#spans[2 * index + 1] as number
    return end >= 0 ? this.#text.slice(start, end) : resolveAttribute(this.#text.slice(start, -end))
  }

  get(name: string): string | undefined {
    for (let i = 0; i < this.size; i++) if (this.#names[i]?.text === name) return this.value(i)
    return undefined
  }

  list(): ReturnType<XmlAttributes['list']> {
    if (this.size === 0) return none
    const list = new Array<{ name: string; value: string }>(this.size)
    for (let i = 0; i < this.size; i++) list[i] = { name: this.name(i), value: this.value(i) }
    return list
  }
}
