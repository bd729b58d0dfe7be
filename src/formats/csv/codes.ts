/**
 * Inline codes in a cell. A spreadsheet shows text only, so each code stands as a token and the `codes` column says what the
 * tokens mean; a token that the text itself contains is never chosen.
 *
 * ```
 * en                            codes
 * Press {1}Enter{/1} twice      [["{1}",{"kind":"pc","id":"c1","data":"<b>"},"{/1}"]]
 * ```
 */

import type { Content, Inline } from '../../model/index.ts'
import { type JsonNode, jsonValue, readJson } from '../../text/json.ts'

/** Token, what it stands for (children left out), and the closing token of paired ones. */
export type CodeEntry = readonly [string, Readonly<Record<string, unknown>>, string?]

export interface CodeTable {
  /** Text of a content with its codes as tokens; equal codes of both sides share one token. */
  write(content: Content): string
  readonly entries: readonly CodeEntry[]
}

/** Chooses tokens that occur in none of `texts`. */
export function codeTable(texts: readonly string[]): CodeTable {
  const all = texts.join('\n')
  const entries: CodeEntry[] = []
  const known = new Map<string, CodeEntry>()
  let number = 0
  const entryOf = (inline: Inline, isPair: boolean): CodeEntry => {
    const fields = Object.fromEntries(Object.entries(inline).filter(([name]) => name !== 'children'))
    const key = JSON.stringify(fields)
    const found = known.get(key)
    if (found !== undefined) return found
    do number++
    while (all.includes(`{${number}}`) || all.includes(`{/${number}}`))
    const entry: CodeEntry = isPair ? [`{${number}}`, fields, `{/${number}}`] : [`{${number}}`, fields]
    known.set(key, entry)
    entries.push(entry)
    return entry
  }
  const write = (content: Content): string =>
    content
      .map(inline => {
        if (inline.kind === 'text') return inline.text
        const isPair = inline.kind === 'pc' || inline.kind === 'mrk'
        const [open, , close = ''] = entryOf(inline, isPair)
        return isPair ? open + write(inline.children) + close : open
      })
      .join('')
  return { write, entries }
}

/** All text of a content, codes left out: what tokens must not occur in. */
export function bareText(content: Content): string {
  return content
    .map(inline => (inline.kind === 'text' ? inline.text : 'children' in inline ? bareText(inline.children) : '\n'))
    .join('')
}

/**
 * Content of a cell; a token that stands without its partner stays text.
 * @throws Failure `json.*` where the `codes` cell is no JSON; `undefined` entries are left out.
 */
export function readCodes(cell: string, file: string): readonly CodeEntry[] {
  if (cell.trim() === '') return []
  const node: JsonNode = readJson(cell, { file })
  if (node.kind !== 'array') return []
  return node.items.flatMap((item): CodeEntry[] => {
    if (item.kind !== 'array') return []
    const [open, fields, close] = item.items.map(jsonValue)
    if (typeof open !== 'string' || open === '' || typeof fields !== 'object' || fields === null) return []
    // Proof: an object of jsonValue has string keys and values of any kind.
    const record = fields as Readonly<Record<string, unknown>>
    return [typeof close === 'string' && close !== '' ? [open, record, close] : [open, record]]
  })
}

/** The content a text with tokens stands for. */
export function contentWithCodes(text: string, entries: readonly CodeEntry[]): Content {
  const content: Inline[] = []
  let at = 0
  while (at < text.length) {
    const next = nextToken(text, at, entries)
    if (next === undefined) break
    const { start, entry } = next
    const [open, fields, close] = entry
    const inner = start + open.length
    const end = close === undefined ? inner : text.indexOf(close, inner)
    const children = close === undefined || end < 0 ? undefined : contentWithCodes(text.slice(inner, end), entries)
    const inline = end < 0 ? undefined : inlineOf(fields, children)
    if (start > at) content.push({ kind: 'text', text: text.slice(at, start) })
    at = inline === undefined ? inner : end + (close?.length ?? 0)
    content.push(inline ?? { kind: 'text', text: open })
  }
  if (at < text.length) content.push({ kind: 'text', text: text.slice(at) })
  return joinTexts(content)
}

function nextToken(text: string, from: number, entries: readonly CodeEntry[]) {
  let best: { start: number; entry: CodeEntry } | undefined
  for (const entry of entries) {
    const start = text.indexOf(entry[0], from)
    if (start >= 0 && (best === undefined || start < best.start)) best = { start, entry }
  }
  return best
}

/** Only what the model knows passes: a hand-made cell cannot smuggle in other shapes. */
function inlineOf(fields: Readonly<Record<string, unknown>>, children: Content | undefined): Inline | undefined {
  const { kind, attributes } = fields
  const strings = Object.fromEntries(
    stringFields.flatMap(name => (typeof fields[name] === 'string' ? [[name, fields[name]]] : [])),
  )
  const common = { ...strings, ...attributesOf(attributes), ...(fields.isolated === true ? { isolated: true } : {}) }
  const id = typeof fields.id === 'string' ? fields.id : ''
  const isAnnotated = typeof fields.translate === 'string' ? { translate: yesOrNo(fields.translate) } : {}
  switch (kind) {
    case 'ph':
    case 'sc':
    case 'ec':
      return { kind, ...common, id }
    case 'pc':
      return children && { kind, ...common, id, children }
    case 'mrk':
      return children && { kind, ...common, ...isAnnotated, id, children }
    case 'sm':
      return { kind, ...common, ...isAnnotated, id }
    case 'em':
      return { kind, startRef: String(fields.startRef ?? '') }
    case 'cp':
      return typeof fields.codePoint === 'number' ? { kind, codePoint: fields.codePoint } : undefined
    default:
      return undefined
  }
}

const stringFields = [
  'data',
  'dataEnd',
  'equiv',
  'disp',
  'type',
  'subType',
  'dataRef',
  'dataRefEnd',
  'startRef',
  'ref',
  'value',
] as const

function yesOrNo(value: string): 'yes' | 'no' {
  return value === 'no' ? 'no' : 'yes'
}

function attributesOf(value: unknown): object {
  if (!Array.isArray(value)) return {}
  const attributes = value.flatMap(each =>
    typeof each?.name === 'string' && typeof each.value === 'string' ? [{ name: each.name, value: each.value }] : [],
  )
  return { attributes }
}

function joinTexts(content: readonly Inline[]): Content {
  const joined: Inline[] = []
  for (const inline of content) {
    const last = joined.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: last.text + inline.text }
    else joined.push(inline)
  }
  return joined
}
