/** What may stand before the root only: the XML declaration and the document type. */

import { isBlank, unit } from './characters.ts'

/** How something ends: behind its last unit, or at the unit where it is wrong (`fault`), or not in this text (-1). */
export interface Ending {
  readonly end: number
  readonly fault?: string
  readonly data?: Readonly<Record<string, string>>
}

const unfinished: Ending = { end: -1 }
const wrongAt = (end: number): Ending => ({ end, fault: 'xml.bad-declaration' })

/** Reads `<?xml …?>`; `at` is behind `<?xml`. */
export function readDeclaration(text: string, at: number): Ending {
  let expected: readonly string[] = ['version']
  let i = at
  for (;;) {
    const blanks = i
    i = skipBlanks(text, i)
    const code = text.charCodeAt(i)
    if (Number.isNaN(code)) return unfinished
    if (code === unit.question) return endOfDeclaration(text, i, expected)
    if (i === blanks) return wrongAt(i)
    const nameStart = i
    while (!endsWord(text.charCodeAt(i))) i++
    const name = text.slice(nameStart, i)
    if (i < text.length && !expected.includes(name)) return wrongAt(i)
    i = skipBlanks(text, i)
    if (text.charCodeAt(i) !== unit.equals) return i < text.length ? wrongAt(i) : unfinished
    i = skipBlanks(text, i + 1)
    const quote = text[i]
    if (quote === undefined) return unfinished
    if (quote !== '"' && quote !== "'") return wrongAt(i)
    const valueStart = ++i
    while (i < text.length && text[i] !== quote && text.charCodeAt(i) !== unit.question) i++
    if (i === text.length) return unfinished
    const value = text.slice(valueStart, i)
    if (text[i] !== quote || declared.get(name)?.test(value) !== true) return wrongAt(i)
    if (name === 'version' && value !== '1.0') return { end: at - 5, fault: 'xml.version', data: { version: value } }
    expected = name === 'version' ? ['encoding', 'standalone'] : name === 'encoding' ? ['standalone'] : []
    i++
  }
}

const declared: ReadonlyMap<string, RegExp> = new Map([
  ['version', /^1\.[0-9]+$/],
  ['encoding', /^[A-Za-z][A-Za-z0-9._-]*$/],
  ['standalone', /^(?:yes|no)$/],
])

function endOfDeclaration(text: string, at: number, expected: readonly string[]): Ending {
  if (at + 1 === text.length) return unfinished
  return text.charCodeAt(at + 1) !== unit.greater || expected[0] === 'version' ? wrongAt(at + 1) : { end: at + 2 }
}

function endsWord(code: number): boolean {
  return isBlank(code) || code === unit.equals || code === unit.question || Number.isNaN(code)
}

function skipBlanks(text: string, at: number): number {
  while (isBlank(text.charCodeAt(at))) at++
  return at
}

/**
 * Reads `<!DOCTYPE …>`; `at` is behind the word. Nothing is opened or expanded; a subset that declares entities is refused.
 *
 * ```
 * <!DOCTYPE tmx SYSTEM "tmx14.dtd" [ <!ELEMENT a (b)> <!-- > --> <?p > ?> ]>
 *               quoted              subset: markup, comments, instructions
 * ```
 */
export function readDoctype(text: string, at: number): Ending {
  let isSubset = false
  let i = at
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if (code === unit.quotation || code === unit.apostrophe) {
      i = after(text, code === unit.quotation ? '"' : "'", i + 1)
    } else if (isSubset && text.startsWith('<!--', i)) {
      const dashes = text.indexOf('--', i + 4)
      if (dashes < 0 || dashes + 2 >= text.length) return unfinished
      if (text.charCodeAt(dashes + 2) !== unit.greater) return { end: dashes + 2, fault: 'xml.malformed-comment' }
      i = dashes + 3
    } else if (isSubset && text.startsWith('<?', i)) {
      i = after(text, '?>', i + 2)
    } else if (code === (isSubset ? unit.rightBracket : unit.leftBracket)) {
      isSubset = !isSubset
      i++
    } else if (code === unit.greater && !isSubset) {
      const subset = text.indexOf('[', at)
      // Parameter entities too: `%` can stand for a declaration of anything.
      const isEvil = subset >= 0 && subset < i && /<!ENTITY|%/.test(text.slice(subset, i))
      return isEvil ? { end: i, fault: 'xml.entity-declaration' } : { end: i + 1 }
    } else i++
    if (i < 0) return unfinished
  }
  return unfinished
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}
