/**
 * A regular expression in ICU or Java syntax, as SRX files have it, put into JavaScript's `v` syntax, construct by
 * construct. Where ICU and Java differ, ICU is followed, as SRX 2.0 says. What JavaScript cannot say is an error.
 */

import { characterSet, property, quote, type SetReader } from './character-set.ts'

/** A pattern JavaScript can run, without the flag `v` and delimiters. */
export interface TranslatedPattern {
  readonly source: string
  /**
   * The pattern holds a back-reference or an atomic group, which mean something else when read from right to left: it
   * must not stand in a look-behind.
   */
  readonly forwardOnly: boolean
}

/** Why a pattern cannot be translated: a word that is `srx-engine.` and it in the messages, and the place in the pattern. */
export class PatternError extends Error {
  readonly reason: string
  readonly offset: number

  constructor(reason: string, offset: number) {
    super(reason)
    this.name = 'PatternError'
    this.reason = reason
    this.offset = offset
  }
}

/** @throws PatternError for what is malformed or has no equal in JavaScript. */
export function translatePattern(pattern: string): TranslatedPattern {
  const reader = new PatternReader(pattern)
  const source = reader.readAll()
  return { source, forwardOnly: reader.forwardOnly }
}

const word = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D]'
const notWord = '[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D]'
const space = '[\\t-\\r\\x85\\p{Z}]'
const lineEnd = '[\\n-\\r\\x85\\u2028\\u2029]'
const anything = '[^]'
const atStart = '(?<![^])'
const atEnd = '(?![^])'
const atLastLineEnd = `(?=(?:\\r\\n|${lineEnd})?${atEnd})`

/** Letter escapes outside a set; those inside are in character-set.ts. */
const assertions: ReadonlyMap<string, string> = new Map([
  ['b', `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`],
  ['B', `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`],
  ['A', atStart],
  // Each place of the text is tried afresh, so there is no other end of a previous match than the start.
  ['G', atStart],
  ['Z', atLastLineEnd],
  ['z', atEnd],
  ['R', `(?:\\r\\n|(?!\\r\\n)${lineEnd})`],
])

/** Escapes that name a set of characters. */
const setEscapes: ReadonlyMap<string, string> = new Map([
  ['d', '\\p{Nd}'],
  ['D', '\\P{Nd}'],
  ['w', word],
  ['W', notWord],
  ['s', space],
  ['S', '[^\\t-\\r\\x85\\p{Z}]'],
  ['h', '[\\t\\p{Zs}]'],
  ['H', '[^\\t\\p{Zs}]'],
  ['v', lineEnd],
  ['V', '[^\\n-\\r\\x85\\u2028\\u2029]'],
])

interface Flags {
  readonly i: boolean
  readonly s: boolean
  readonly m: boolean
  readonly x: boolean
}

/** One thing that can be repeated. `single` when it always takes exactly one character. */
interface Term {
  readonly source: string
  readonly single: boolean
  readonly quantifiable: boolean
}

/** Deepest nesting of groups and sets that is followed. */
const deepest = 200

class PatternReader implements SetReader {
  readonly pattern: string
  forwardOnly = false
  at = 0
  private depth = 0
  private groups = 0
  private atoms = 0
  private readonly names = new Map<string, number>()
  private readonly references: { readonly to: number | string; readonly offset: number }[] = []

  constructor(pattern: string) {
    this.pattern = pattern
  }

  readAll(): string {
    const source = this.alternatives({ i: false, s: false, m: false, x: false })
    if (this.at < this.pattern.length) throw new PatternError('unmatched-parenthesis', this.at)
    for (const { to, offset } of this.references) {
      if (typeof to === 'number' ? to > this.groups : !this.names.has(to))
        throw new PatternError('no-such-group', offset)
    }
    // The last judge: what we made must compile.
    try {
      new RegExp(source, 'v')
    } catch {
      throw new PatternError('malformed', 0)
    }
    return source
  }

  /** `a|b|c` up to `)` or the end. Flags set by `(?i)` hold for the rest of the group, later alternatives included. */
  private alternatives(flags: Flags): string {
    this.depth++
    if (this.depth > deepest) throw new PatternError('too-deep', this.at)
    const made: string[] = []
    let current = flags
    for (;;) {
      const [source, after] = this.sequence(current)
      made.push(source)
      current = after
      if (this.peek() !== '|') break
      this.at++
    }
    this.depth--
    return made.join('|')
  }

  private sequence(start: Flags): readonly [string, Flags] {
    let flags = start
    let made = ''
    let run = ''
    const flush = (): void => {
      made += flags.i && run !== '' ? `(?i:${run})` : run
      run = ''
    }
    while (this.at < this.pattern.length) {
      if (flags.x) this.skipComments()
      const character = this.peek()
      if (character === '' || character === '|' || character === ')') break
      const changed = this.flagsAhead(flags)
      if (changed !== undefined) {
        flush()
        flags = changed
        continue
      }
      if (this.skipInlineComment()) continue
      run += this.repeated(this.term(flags), flags)
    }
    flush()
    return [made, flags]
  }

  /** `(?i)`, `(?-i)`, `(?im-s)` without a colon. */
  private flagsAhead(flags: Flags): Flags | undefined {
    const found = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?\)/.exec(this.pattern.slice(this.at, this.at + 24))
    if (found === null || (found[1] === '' && found[2] === undefined)) return undefined
    const changed = this.changeFlags(flags, found[1] ?? '', found[2] ?? '')
    this.at += found[0].length
    return changed
  }

  private changeFlags(flags: Flags, on: string, off: string): Flags {
    const changed = { ...flags }
    for (const [letters, value] of [
      [on, true],
      [off, false],
    ] as const) {
      for (const letter of letters) {
        if (letter === 'i' || letter === 's' || letter === 'm' || letter === 'x') changed[letter] = value
        // `u`, `U`, `w`: Unicode case and classes, which hold here anyway.
        else if (letter !== 'u' && letter !== 'U' && letter !== 'w') throw new PatternError('unknown-flag', this.at)
        else if (!value) throw new PatternError('unknown-flag', this.at)
      }
    }
    return changed
  }

  private skipInlineComment(): boolean {
    if (!this.pattern.startsWith('(?#', this.at)) return false
    const end = this.pattern.indexOf(')', this.at)
    if (end < 0) throw new PatternError('unmatched-parenthesis', this.at)
    this.at = end + 1
    return true
  }

  private skipComments(): void {
    for (;;) {
      const character = this.peek()
      if (character !== '' && /\s/.test(character)) this.at++
      else if (character === '#') {
        while (this.at < this.pattern.length && !/[\n\r]/.test(this.peek())) this.at++
      } else return
    }
  }

  private term(flags: Flags): Term {
    const from = this.at
    const character = this.next()
    switch (character) {
      case '(':
        return this.group(flags, from)
      case '[':
        this.at = from
        return single(characterSet(this))
      case '.':
        return single(flags.s ? anything : '[^\\n\\r\\x85\\u2028\\u2029]')
      case '^':
        return assertion(
          flags.m ? `(?:${atStart}|(?<=\\r\\n|[\\n\\x85\\u2028\\u2029]|\\r(?!\\n))(?!${atEnd}))` : atStart,
        )
      case '$':
        return assertion(flags.m ? `(?:(?=${lineEnd})(?<!\\r(?=\\n))|${atEnd})` : atLastLineEnd)
      case '\\':
        return this.escape(from)
      case '*':
      case '+':
      case '?':
        throw new PatternError('nothing-to-repeat', from)
      case '{':
        throw new PatternError('nothing-to-repeat', from)
      default:
        return single(quote(character))
    }
  }

  private group(flags: Flags, from: number): Term {
    const head = this.groupHead(flags, from)
    const body = this.alternatives(head.flags)
    if (this.next() !== ')') throw new PatternError('unmatched-parenthesis', from)
    if (head.atomic) {
      this.forwardOnly = true
      const name = `a${++this.atoms}`
      return { source: `(?:(?=(?<${name}>${body}))\\k<${name}>)`, single: false, quantifiable: true }
    }
    const inner = head.flags.i && !flags.i ? `(?i:${body})` : !head.flags.i && flags.i ? `(?-i:${body})` : body
    return { source: `${head.open}${inner})`, single: false, quantifiable: head.quantifiable }
  }

  private groupHead(
    flags: Flags,
    from: number,
  ): { readonly open: string; readonly flags: Flags; readonly atomic: boolean; readonly quantifiable: boolean } {
    if (this.peek() !== '?') {
      return { open: `(?<g${++this.groups}>`, flags, atomic: false, quantifiable: true }
    }
    this.at++
    for (const open of ['?:', '?=', '?!', '?<=', '?<!', '?>']) {
      if (this.pattern.startsWith(open.slice(1), this.at)) {
        this.at += open.length - 1
        const isLook = open !== '?:' && open !== '?>'
        return { open: open === '?>' ? '(?:' : `(${open}`, flags, atomic: open === '?>', quantifiable: !isLook }
      }
    }
    const named = /^<([a-zA-Z][a-zA-Z0-9]*)>/.exec(this.pattern.slice(this.at, this.at + 80))
    if (named?.[1] !== undefined) {
      if (this.names.has(named[1])) throw new PatternError('group-named-twice', from)
      this.at += named[0].length
      this.names.set(named[1], ++this.groups)
      return { open: `(?<g${this.groups}>`, flags, atomic: false, quantifiable: true }
    }
    const flagged = /^([a-zA-Z]*)(?:-([a-zA-Z]*))?:/.exec(this.pattern.slice(this.at, this.at + 24))
    if (flagged === null) throw new PatternError('unknown-group', from)
    const changed = this.changeFlags(flags, flagged[1] ?? '', flagged[2] ?? '')
    this.at += flagged[0].length
    return { open: '(?:', flags: changed, atomic: false, quantifiable: true }
  }

  private escape(from: number): Term {
    const character = this.peek()
    if (character === '') throw new PatternError('lone-backslash', from)
    if (character === 'Q') return this.quoted()
    const asserted = assertions.get(character)
    if (asserted !== undefined) {
      this.at++
      return character === 'R' ? { source: asserted, single: false, quantifiable: true } : assertion(asserted)
    }
    if (character >= '1' && character <= '9') return this.numberedReference(from)
    if (character === 'k') return this.namedReference(from)
    this.at = from
    return single(this.characterEscape())
  }

  /** `\Q…\E` is one term per character, so that a quantifier holds for the last. */
  private quoted(): Term {
    this.at++
    const end = this.pattern.indexOf('\\E', this.at)
    const text = end < 0 ? this.pattern.slice(this.at) : this.pattern.slice(this.at, end)
    this.at = end < 0 ? this.pattern.length : end + 2
    const characters = [...text]
    const last = characters.pop()
    if (last === undefined) return { source: '', single: false, quantifiable: false }
    if (characters.length === 0) return single(quote(last))
    // All but the last are emitted bare; the quantifier that follows belongs to the last.
    const quantified = this.repeated(single(quote(last)), { i: false, s: false, m: false, x: false })
    return { source: characters.map(quote).join('') + quantified, single: false, quantifiable: false }
  }

  private numberedReference(from: number): Term {
    let number = 0
    // As many digits as name a group that exists already, as ICU and Java read it; one at least.
    for (let digits = 0; /[0-9]/.test(this.peek()); digits++) {
      const longer = number * 10 + Number(this.peek())
      if (digits > 0 && longer > this.groups) break
      number = longer
      this.at++
    }
    this.references.push({ to: number, offset: from })
    this.forwardOnly = true
    return { source: `(?:\\k<g${number}>)`, single: false, quantifiable: true }
  }

  private namedReference(from: number): Term {
    const found = /^k<([a-zA-Z][a-zA-Z0-9]*)>/.exec(this.pattern.slice(this.at, this.at + 80))
    const number = found?.[1] === undefined ? undefined : this.names.get(found[1])
    if (found === null || number === undefined) throw new PatternError('no-such-group', from)
    this.at += found[0].length
    this.forwardOnly = true
    return { source: `(?:\\k<g${number}>)`, single: false, quantifiable: true }
  }

  /** At `\`: an escape that stands for a character or a set of characters. */
  characterEscape(): string {
    const from = this.at
    this.at++
    const character = this.next()
    const set = setEscapes.get(character)
    if (set !== undefined) return set
    if (character === 'p' || character === 'P') return property(this, character === 'P', from)
    const code = this.codePoint(character, from)
    if (code !== undefined) return quote(String.fromCodePoint(code))
    if (character === '' || /[a-zA-Z]/.test(character)) throw new PatternError('unknown-escape', from)
    return quote(character)
  }

  /** The code point of `\n`, `\x41`, `\u0041`…; undefined when the letter names none. */
  codePoint(letter: string, from: number): number | undefined {
    const simple = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 }
    for (const [name, code] of Object.entries(simple)) if (name === letter) return code
    switch (letter) {
      case 'x':
        return this.hexadecimal(/^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{2}))/, from)
      case 'u':
        return this.utf16(from)
      case 'U':
        return this.hexadecimal(/^([0-9a-fA-F]{8})/, from)
      case 'N':
        return this.hexadecimal(/^\{U\+([0-9a-fA-F]{1,6})\}/, from)
      case '0': {
        const found = /^(?:[0-3][0-7]{0,2}|[4-7][0-7]?)/.exec(this.pattern.slice(this.at, this.at + 3))
        if (found === null) throw new PatternError('unknown-escape', from)
        this.at += found[0].length
        return Number.parseInt(found[0], 8)
      }
      case 'c': {
        const control = this.next()
        if (control === '') throw new PatternError('unknown-escape', from)
        return control.charCodeAt(0) ^ 64
      }
      default:
        return undefined
    }
  }

  private hexadecimal(form: RegExp, from: number): number {
    const found = form.exec(this.pattern.slice(this.at, this.at + 12))
    const code = Number.parseInt(found?.[1] ?? found?.[2] ?? '', 16)
    if (found === null || !(code <= 0x10ffff)) throw new PatternError('unknown-escape', from)
    this.at += found[0].length
    return code
  }

  /** Two `\u` escapes may be the halves of one character. */
  private utf16(from: number): number {
    const high = this.hexadecimal(/^([0-9a-fA-F]{4})/, from)
    const low = /^\\u([dD][c-fC-F][0-9a-fA-F]{2})/.exec(this.pattern.slice(this.at, this.at + 6))
    if (high < 0xd800 || high > 0xdbff || low?.[1] === undefined) return high
    this.at += 6
    return 0x10000 + ((high - 0xd800) << 10) + (Number.parseInt(low[1], 16) - 0xdc00)
  }

  /** The term with its quantifier; a possessive one is said with a look-ahead. */
  private repeated(term: Term, flags: Flags): string {
    if (flags.x) this.skipComments()
    const found = /^(?:[*+?]|\{\d{1,6}(?:,\d{0,6})?\})/.exec(this.pattern.slice(this.at, this.at + 16))
    if (found === null) {
      if (this.peek() === '{') throw new PatternError('malformed', this.at)
      return term.source
    }
    const quantifier = found[0]
    const from = this.at
    this.at += quantifier.length
    const mode = this.peek()
    if (mode === '?' || mode === '+') this.at++
    if (!term.quantifiable && term.source === '') throw new PatternError('nothing-to-repeat', from)
    // A repeated assertion is as good as one, or as none.
    const source = term.quantifiable ? term.source : `(?:${term.source})`
    if (/^[*+?]/.test(this.peek())) throw new PatternError('nothing-to-repeat', this.at)
    if (mode !== '+') return source + quantifier + (mode === '?' ? '?' : '')
    return this.possessive(term, source, quantifier)
  }

  /**
   * `X++` takes all the X there are: `X+(?!X)`, true from both sides when X is one character. Anything longer is an
   * atomic group, which JavaScript says by capturing in a look-ahead.
   */
  private possessive(term: Term, source: string, quantifier: string): string {
    if (term.single) {
      if (quantifier === '+' || quantifier === '*') return `${source}${quantifier}(?!${source})`
      if (quantifier === '?') return `(?:${source}|(?!${source}))`
      const [least = 0, most = least] = quantifier.slice(1, -1).split(',').map(Number)
      if (quantifier.endsWith(',}')) return `${source}{${least},}(?!${source})`
      if (most <= least) return source + quantifier
      return `(?:${source}{${most}}|${source}{${least},${most - 1}}(?!${source}))`
    }
    this.forwardOnly = true
    const name = `a${++this.atoms}`
    return `(?:(?=(?<${name}>${source}${quantifier}))\\k<${name}>)`
  }

  peek(): string {
    return this.pattern.charAt(this.at)
  }

  /** The next code point, taken. */
  next(): string {
    const code = this.pattern.codePointAt(this.at)
    if (code === undefined) return ''
    const character = String.fromCodePoint(code)
    this.at += character.length
    return character
  }

  error(reason: string, offset: number): Error {
    return new PatternError(reason, offset)
  }
}

function single(source: string): Term {
  return { source, single: true, quantifiable: true }
}

function assertion(source: string): Term {
  return { source, single: false, quantifiable: false }
}
