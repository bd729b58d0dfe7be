/** What format a file is: by what stands in it, else by its name. */

import { looksLikeTable } from './csv/columns.ts'

export const formatNames = ['xliff', 'tmx', 'tbx', 'srx', 'po', 'i18next', 'csv', 'text'] as const
export type FormatName = (typeof formatNames)[number]

/** Extensions, with their dot; the first is the usual one. */
export const extensions: Readonly<Record<FormatName, readonly string[]>> = {
  xliff: ['.xlf', '.xliff', '.sdlxliff', '.mqxliff', '.mxliff', '.xlz'],
  tmx: ['.tmx'],
  tbx: ['.tbx', '.mtf'],
  srx: ['.srx'],
  po: ['.po', '.pot'],
  i18next: ['.json'],
  csv: ['.csv', '.tsv'],
  text: ['.txt', '.text'],
}

/** Root elements of the XML formats. */
const roots: ReadonlyMap<string, FormatName> = new Map<string, FormatName>([
  ['xliff', 'xliff'],
  ['tmx', 'tmx'],
  ['tbx', 'tbx'],
  ['martif', 'tbx'],
  ['srx', 'srx'],
])

/**
 * The format of a file: the root element of XML, else the extension, else the look of its first line; `text` when nothing
 * says more. Looks at the first 64 kB; never fails.
 */
export function detectFormat(bytes: Uint8Array, fileName: string): FormatName {
  const head = headOf(bytes)
  const root = roots.get(rootName(head))
  if (root !== undefined) return root
  const named = formatOfName(fileName)
  if (named !== undefined) return named
  const firstLine = /^[^\r\n]*/.exec(head.trimStart())?.[0] ?? ''
  if (firstLine.startsWith('{')) return 'i18next'
  if (/^(?:#[.,:~|]? |msg(?:id|ctxt) ")/.test(firstLine) && /^\s*msgid "/m.test(head)) return 'po'
  return looksLikeTable(firstLine) ? 'csv' : 'text'
}

/** The format a name promises, or undefined for extensions we do not know. */
export function formatOfName(fileName: string): FormatName | undefined {
  const lower = fileName.toLowerCase()
  return formatNames.find(name => extensions[name].some(extension => lower.endsWith(extension)))
}

/** True for names of files that hold a text and its translation side by side, or of a catalogue in one language. */
export function isBilingualName(fileName: string): boolean {
  const name = formatOfName(fileName)
  return name === 'xliff' || name === 'tmx' || name === 'po' || name === 'i18next'
}

const headBytes = 65536

/** Text enough to see names in: UTF-16 by its mark or its zeros, all else as Latin-1. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, headBytes)
  const isLittle = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)
  const isBig = (head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c)
  if (isLittle || isBig) return new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(head)
  return new TextDecoder().decode(head)
}

/** Local name of the first element: comments, instructions and the doctype are stepped over. */
function rootName(head: string): string {
  let at = 0
  for (;;) {
    while (/\s|\uFEFF/.test(head[at] ?? '')) at++
    if (head[at] !== '<') return ''
    const end = head.startsWith('<!--', at) ? '-->' : head.startsWith('<?', at) ? '?>' : undefined
    if (end !== undefined) {
      const close = head.indexOf(end, at)
      if (close < 0) return ''
      at = close + end.length
    } else if (head.startsWith('<!', at)) {
      const close = endOfDoctype(head, at)
      if (close < 0) return ''
      at = close + 1
    } else return /^<(?:[^\s<>/:]{1,40}:)?([^\s<>/:]{1,40})/.exec(head.slice(at, at + 100))?.[1] ?? ''
  }
}

/** The `>` that ends a doctype, internal subset and quoted strings included. */
function endOfDoctype(head: string, start: number): number {
  let depth = 0
  for (let i = start; i < head.length; i++) {
    const character = head[i]
    if (character === '"' || character === "'") {
      i = head.indexOf(character, i + 1)
      if (i < 0) return -1
    } else if (character === '[') depth++
    else if (character === ']') depth--
    else if (character === '>' && depth <= 0) return i
  }
  return -1
}
