/**
 * Inline codes in a cell. A spreadsheet shows text only, so each code stands as a token and the `codes` column says what the
 * tokens mean; a token that the text itself contains is never chosen.
 *
 * ```
 * en                            codes
 * Press {1}Enter{/1} twice      [["{1}",{"kind":"pc","id":"c1","data":"<b>"},"{/1}"]]
 * ```
 */

import { type Content, Failure, type Inline, type Place, textContent } from '../../model/index.ts'
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

/** A segment has a few; more are made to hurt, and stay text. */
const mostCodes = 500

/**
 * The entries of a `codes` cell; those of another shape are left out.
 * @throws Failure `csv.codes` at `place` where the cell is no JSON.
 */
export function readCodes(cell: string, place: Place): readonly CodeEntry[] {
  if (cell.trim() === '') return []
  const node = parseCell(cell, place)
  if (node.kind !== 'array') return []
  return node.items.slice(0, mostCodes).flatMap((item): CodeEntry[] => {
    if (item.kind !== 'array') return []
    const [open, fields, close] = item.items.map(jsonValue)
    if (typeof open !== 'string' || open === '' || typeof fields !== 'object' || fields === null) return []
    // Proof: an object of jsonValue has string keys and values of any kind.
    const record = fields as Readonly<Record<string, unknown>>
    return [typeof close === 'string' && close !== '' ? [open, record, close] : [open, record]]
  })
}

function parseCell(cell: string, place: Place): JsonNode {
  try {
    return readJson(cell, { file: place.file })
  } catch (cause) {
    throw new Failure('csv.codes', { place, cause })
  }
}

/** The content a text with tokens stands for. A token without its partner stays text. */
export function contentWithCodes(text: string, entries: readonly CodeEntry[]): Content {
  if (entries.length === 0) return textContent(text)
  const byToken = new Map(entries.map(entry => [entry[0], entry]))
  const tokens = [...byToken.keys()].toSorted((a, b) => b.length - a.length).map(escapePattern)
  return readTokens(text, new RegExp(tokens.join('|'), 'g'), byToken)
}

function readTokens(text: string, pattern: RegExp, byToken: ReadonlyMap<string, CodeEntry>): Content {
  const content: Inline[] = []
  let at = 0
  /** Closing tokens that do not come again: looking for each of a hundred thousand would be quadratic. */
  const gone = new Set<string>()
  const token = new RegExp(pattern)
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [open, fields, close] = byToken.get(found[0]) ?? [found[0], {}]
    const inner = found.index + open.length
    const end = close === undefined ? inner : gone.has(close) ? -1 : text.indexOf(close, inner)
    if (end < 0) {
      if (close !== undefined) gone.add(close)
      continue
    }
    const children = close === undefined ? undefined : readTokens(text.slice(inner, end), pattern, byToken)
    const inline = inlineOf(fields, children)
    if (inline === undefined) continue
    if (found.index > at) content.push({ kind: 'text', text: text.slice(at, found.index) })
    content.push(inline)
    at = end + (close?.length ?? 0)
    token.lastIndex = at
  }
  if (at < text.length) content.push({ kind: 'text', text: text.slice(at) })
  return content
}

function escapePattern(token: string): string {
  return token.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
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
