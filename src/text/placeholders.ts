/** Placeholders of software texts: i18next, ICU, printf, templates. What a program fills in must survive translation. */

import { once } from './once.ts'

export type PlaceholderKind = 'i18next' | 'nesting' | 'icu' | 'icu-complex' | 'printf' | 'template' | 'variable'

export interface Placeholder {
  readonly start: number
  readonly end: number
  readonly kind: PlaceholderKind
  /** Equal for placeholders that mean the same: blanks inside braces do not count. */
  readonly key: string
  /** Inside a branch of an ICU plural or select: how often it stands there is the language's business. */
  readonly inBranch: boolean
}

/** One scan for all kinds; longer forms first. Bounded repeats keep it linear. */
const pattern =
  /\$t\([^()]{1,200}\)|\{\{\{?-?\s{0,8}[^{}]{1,120}?\s{0,8}\}?\}\}|[$%#]\{[^{}]{1,80}\}|%(?:\d{1,2}\$)?[-+0#']{0,4}\d{0,4}(?:\.\d{1,3})?(?:hh|h|ll|l|L|q|j|z|t)?[@diouxXeEfFgGaAcsSCp](?!(?!(?:st|nd|rd|th)(?![a-z]))[a-z])|%(?:\d{1,2}\$)?[-+0#']{0,4}\d{0,4}\.\d{1,3}[diouxXeEfFgGs]|%\([\w.-]{1,60}\)[#0 +-]{0,3}\d{0,3}(?:\.\d{1,2})?[diouxXeEfFgGcrsa]|%(?:L?\d{1,2}|n)(?!\d|\.\d)|%[A-Z][A-Z0-9_]{2,40}%(?![a-z])|\{\s{0,8}[\p{L}_][\w.\p{L}-]{0,60}\s{0,8}(?:,\s{0,8}(?:number|date|time|plural|select|selectordinal)\b)?|\{\s{0,4}\d{1,3}\s{0,4}(?:\}|,)|\{\}|\{\s{0,4}[-$][\w-]{1,60}(?:\([^(){}]{0,80}\))?\s{0,4}\}/gu

/** The same where letters may follow: "%sattack" in a text known to be a format. */
const glued = once(() => new RegExp(pattern.source.replace('(?!(?!(?:st|nd|rd|th)(?![a-z]))[a-z])', ''), pattern.flags))

/** All placeholders in order. `100%` and `{` alone are none. `isFormat`: the text is known to be one of printf. */
export function placeholders(text: string, isFormat = false): readonly Placeholder[] {
  if (!/[{%$]/.test(text)) return []
  const found: Placeholder[] = []
  let branchesEnd = -1
  // "%H:%M": strftime, whose codes follow the language's habits and are not compared.
  const isTimePattern = /%[-_E]?[HMIYyBbmjZkl](?![a-z])/.test(text)
  for (const match of text.matchAll(isFormat ? glued() : pattern)) {
    const read = readPlaceholder(text, match[0], match.index)
    if (read === undefined) continue
    if (read.kind === 'printf' && isTimePattern) continue
    found.push({ ...read, inBranch: match.index < branchesEnd })
    if (read.kind === 'icu-complex') branchesEnd = Math.max(branchesEnd, closingBrace(text, match.index))
  }
  return found
}

type Read = Omit<Placeholder, 'inBranch'>

function readPlaceholder(text: string, written: string, start: number): Read | undefined {
  const end = start + written.length
  if (written.startsWith('$t(')) return { start, end, kind: 'nesting', key: written.replace(/\s+/g, '') }
  // Fluent: a term's case or other argument is the translator's.
  if (/^\{\s*[-$]/.test(written)) return { start, end, kind: 'icu', key: written.replace(/\s+|\(.*\)/gs, '') }
  if (written.startsWith('{{')) {
    const inner = written.replace(/[{}]/g, '').trim()
    return { start, end, kind: 'i18next', key: `{{${inner.replace(/\s*([,|()])\s*/g, '$1')}}}` }
  }
  if (/^[$%#]\{/.test(written)) return { start, end, kind: 'template', key: written.replace(/\s+/g, '') }
  if (written.startsWith('%')) {
    if (written.length > 4 && written.endsWith('%')) return { start, end, kind: 'variable', key: written }
    // "50%d" and "100%s": a percent sign that belongs to its number.
    const before = text[start - 1]
    if (before !== undefined && before >= '0' && before <= '9' && !written.includes('$') && !written.includes('('))
      return undefined
    if (before === '%') return undefined
    // Qt: "%1x%2" is two numbers and a times sign; a width of one (`%1d`) would say nothing in C.
    const counted = /^%\d(?=[a-zA-Z@]$)/.exec(written)?.[0]
    if (counted !== undefined && /%1(?![\d$])|%\d(?![\d.$a-zA-Z])/.test(text))
      return { start, end: start + counted.length, kind: 'printf', key: counted }
    return { start, end, kind: 'printf', key: printfKey(written) }
  }
  // Gnumeric writes the names of arguments as @{x}, Texinfo what it sets as @strong{x}; they are translated.
  return /@[a-z]*$/.test(text.slice(Math.max(0, start - 12), start)) ? undefined : readBraces(text, written, start)
}

/** Index, name, length and conversion; flags, width and precision are a matter of looks: `%'d` and `%02d` are `%d`. */
function printfKey(written: string): string {
  const match = /^%(\d{1,2}\$)?[-+0#']{0,4}\d{0,4}(?:\.\d{1,3})?((?:hh|h|ll|l|L|q|j|z|t)?)([@a-zA-Z])$/.exec(written)
  if (match === null) return written
  const conversion = match[3] === 'i' ? 'd' : (match[3] ?? '')
  return `%${match[1] ?? ''}${match[2] ?? ''}${conversion}`
}

function readBraces(text: string, written: string, start: number): Read | undefined {
  if (written === '{}') return { start, end: start + 2, kind: 'icu', key: '{}' }
  if (written.endsWith('}'))
    return { start, end: start + written.length, kind: 'icu', key: written.replace(/\s+/g, '') }
  const inside = written.replace(/^\{\s*/, '')
  const name = /^[\w.\p{L}-]+/u.exec(inside)?.[0] ?? ''
  const type = /,\s*(\w+)$/.exec(inside)?.[1]
  if (type === 'plural' || type === 'select' || type === 'selectordinal') {
    return { start, end: start + written.length, kind: 'icu-complex', key: `{${name},${type}}` }
  }
  const close = text.indexOf('}', start)
  if (close < 0 || close - start > 160) return undefined
  const rest = text.slice(start + 1, close)
  // `{one item}` inside a plural is a branch, not a placeholder.
  const isSimple = type !== undefined || /^\s*[\w.\p{L}-]+(?:\[[^[\]]*\])?\s*(?:,.*)?$/u.test(rest)
  if (!isSimple || isBranch(text, start)) return undefined
  // `{long_month.f[P]}`: the form of a word, which the language chooses.
  const said = rest.replace(/\.\w+\[.*\]$/, '').replace(/\s+/g, '')
  return { start, end: close + 1, kind: 'icu', key: `{${said.replaceAll('…', '...')}}` }
}

/** `one {file}`: the brace opens a plural's branch when a category or selector stands before it inside a complex argument. */
function isBranch(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  return /(?:[,}]|offset:\d)\s*(?:zero|one|two|few|many|other|male|female|=\d+)\s*$/.test(before)
}

function closingBrace(text: string, start: number): number {
  let depth = 0
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 123) depth++
    else if (code === 125 && --depth === 0) return i
  }
  return text.length
}

/** The plural categories an ICU text gives for its argument at `start`, `=1` forms left out. */
export function icuCategories(text: string, start: number): readonly string[] {
  const end = closingBrace(text, start)
  const categories: string[] = []
  let depth = 0
  let word = ''
  for (let i = start; i < end; i++) {
    const character = text[i] ?? ''
    if (character === '{') {
      if (depth === 1 && /^[a-z]+$/.test(word)) categories.push(word)
      depth++
      word = ''
    } else if (character === '}') {
      depth--
      word = ''
    } else if (/\s|,/.test(character)) {
      if (text[i + 1] !== '{' && !/\s/.test(text[i + 1] ?? '')) word = ''
    } else if (depth === 1) word += character
  }
  return categories
}
