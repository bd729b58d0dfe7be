/** JSON as a tree with positions: duplicate keys are seen, `__proto__` is a key like any other. The one door to jsonc-parser. */

import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import { Failure, type Span } from '../model/index.ts'
import { lineIndex } from './lines.ts'

export interface JsonMember {
  readonly key: string
  /** With its quotes. */
  readonly keySpan: Span
  readonly value: JsonNode
}

export interface JsonObject extends Span {
  readonly kind: 'object'
  /** As written: order kept, keys unique. */
  readonly members: readonly JsonMember[]
}

export interface JsonArray extends Span {
  readonly kind: 'array'
  readonly items: readonly JsonNode[]
}

export interface JsonScalar extends Span {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
}

/** Spans in UTF-16 units of the text. */
export type JsonNode = JsonObject | JsonArray | JsonScalar

export interface ReadJsonOptions {
  /** Path as the user gave it, for messages. */
  readonly file: string
  /** `//` and block comments and trailing commas, as in a config file. Default false. */
  readonly comments?: boolean
}

/** Real catalogues and configs stay below ten; the parser calls itself once a level. */
const maxDepth = 200

/**
 * Reads a whole JSON text.
 * @throws Failure `json.empty`, `json.not-well-formed` (data `problem`), `json.duplicate-key` (data `key`), `json.too-deep`, with place.
 */
export function readJson(text: string, { file, comments = false }: ReadJsonOptions): JsonNode {
  const fail = (code: string, offset: number, data: Record<string, string | number> = {}): Failure => {
    const start = lineIndex(text).position(offset)
    return new Failure(code, { data, place: { file, start, end: start } })
  }
  const deep = depthExceeded(text, comments)
  if (deep >= 0) throw fail('json.too-deep', deep, { limit: maxDepth })
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: !comments, allowTrailingComma: comments })
  const error = errors[0]
  if (root === undefined && text.trim() === '') throw fail('json.empty', 0)
  if (error !== undefined || root === undefined) {
    throw fail('json.not-well-formed', error?.offset ?? 0, { problem: problems[error?.error ?? 0] ?? 'value' })
  }
  return convert(root, (key, offset) => fail('json.duplicate-key', offset, { key }))
}

/**
 * The plain value of a node. Objects have no prototype, so that no key of the data can reach one.
 */
export function jsonValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'array':
      return node.items.map(jsonValue)
    case 'object': {
      const object: Record<string, unknown> = Object.create(null)
      for (const { key, value } of node.members) object[key] = jsonValue(value)
      return object
    }
    default:
      return node satisfies never
  }
}

/** The node at a path of keys and indices, or the deepest one on the way: where a message about the path should point. */
export function jsonNodeAt(root: JsonNode, path: readonly (string | number)[]): JsonNode {
  let node = root
  for (const step of path) {
    const next = childOf(node, step)
    if (next === undefined) return node
    node = next
  }
  return node
}

function childOf(node: JsonNode, step: string | number): JsonNode | undefined {
  if (node.kind === 'array') return node.items[Number(step)]
  if (node.kind === 'object') return node.members.find(member => member.key === String(step))?.value
  return undefined
}

/** jsonc-parser's ParseErrorCode, a const enum there, as words of ours for `problem`. */
const problems: Readonly<Record<number, string>> = {
  1: 'symbol',
  2: 'number',
  3: 'key',
  4: 'value',
  5: ':',
  6: ',',
  7: '}',
  8: ']',
  9: 'end',
  10: 'comment',
  11: 'comment',
  12: 'string',
  13: 'number',
  14: 'string',
  15: 'string',
  16: 'character',
}

function convert(node: Node, duplicate: (key: string, offset: number) => Failure): JsonNode {
  const span = { start: node.offset, end: node.offset + node.length }
  if (node.type === 'array') {
    return { kind: 'array', items: (node.children ?? []).map(child => convert(child, duplicate)), ...span }
  }
  if (node.type !== 'object') return { kind: 'scalar', value: node.value, ...span }
  const keys = new Set<string>()
  const members: JsonMember[] = []
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? []
    if (name === undefined || value === undefined) continue
    const key = String(name.value)
    if (keys.has(key)) throw duplicate(key, name.offset)
    keys.add(key)
    members.push({
      key,
      keySpan: { start: name.offset, end: name.offset + name.length },
      value: convert(value, duplicate),
    })
  }
  return { kind: 'object', members, ...span }
}

/**
 * Offset where the nesting passes {@link maxDepth}, or −1. Strings and comments are skipped, nothing else is judged.
 * A loop, because a regular expression for strings is quadratic on `"\\"\\"\\"…` without an end.
 */
function depthExceeded(text: string, comments: boolean): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '"') i = endOfString(text, i)
    else if (comments && character === '/') i = endOfComment(text, i)
    else if (character === '[' || character === '{') {
      if (++depth > maxDepth) return i
    } else if (character === ']' || character === '}') depth--
  }
  return -1
}

/** Index of the closing quote, of the line end that breaks the string, or of the end of the text. */
function endOfString(text: string, start: number): number {
  let i = start + 1
  while (i < text.length && text[i] !== '"' && text[i] !== '\n') i += text[i] === '\\' ? 2 : 1
  return i
}

function endOfComment(text: string, start: number): number {
  const mark = text[start + 1]
  if (mark !== '/' && mark !== '*') return start
  const end = text.indexOf(mark === '/' ? '\n' : '*/', start + 2)
  return end < 0 ? text.length : end
}
