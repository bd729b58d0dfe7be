/** The texts of an i18next JSON file (v4), nested or flat, each with its path of keys and its place. */

import { Failure, type Span } from '../../model/index.ts'
import { type JsonNode, readJson } from '../../text/json.ts'
import { lineIndex } from '../../text/lines.ts'
import { decodeText } from '../plain/index.ts'

export interface I18nextEntry {
  /** Keys from the root; indices of arrays are keys too. */
  readonly path: readonly string[]
  readonly text: string
  /** The string with its quotes. */
  readonly span: Span
  readonly keySpan: Span
}

export interface I18nextFile {
  readonly text: string
  /** Strings only, in the order of the file; numbers, booleans and null are no texts. */
  readonly entries: readonly I18nextEntry[]
  readonly root: JsonNode
  /** Paths of values that are no strings. */
  readonly skipped: readonly (readonly string[])[]
}

/** @throws Failure `i18next.not-an-object`, `json.*`, `plain.*`, with place. */
export function readEntries(bytes: Uint8Array, file: string): I18nextFile {
  const { text } = decodeText(bytes, { file })
  const root = readJson(text, { file })
  if (root.kind !== 'object') {
    throw new Failure('i18next.not-an-object', { place: lineIndex(text).place(file, root) })
  }
  const entries: I18nextEntry[] = []
  const skipped: (readonly string[])[] = []
  collect(root, [], root, entries, skipped)
  return { text, entries, root, skipped }
}

/** One id for a path: keys joined by dots, as i18next names them. */
export function pathId(path: readonly string[]): string {
  return path.join('.')
}

/** Where the UTF-16 unit `index` of a JSON string's value stands; `span` is the string with its quotes. */
export function offsetInJsonString(text: string, span: Span, index: number): number {
  let at = span.start + 1
  for (let left = index; left > 0 && at < span.end - 1; left--) {
    at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2
  }
  return at
}

function collect(
  node: JsonNode,
  path: readonly string[],
  keySpan: Span,
  entries: I18nextEntry[],
  skipped: (readonly string[])[],
): void {
  if (node.kind === 'object') {
    for (const member of node.members) collect(member.value, [...path, member.key], member.keySpan, entries, skipped)
  } else if (node.kind === 'array') {
    node.items.forEach((item, index) => {
      collect(item, [...path, String(index)], item, entries, skipped)
    })
  } else if (typeof node.value === 'string') {
    entries.push({ path, text: node.value, span: { start: node.start, end: node.end }, keySpan })
  } else skipped.push(path)
}
