/** Texts that a pattern might fit: enough of them to see which of two rules takes the places of the other. */

import { PatternError, translatePattern } from './pattern.ts'

/**
 * Short texts made from a pattern in ICU syntax: the plainest one first, then others that differ from it in one alternative,
 * number or character. Anchors, word boundaries and look-arounds are left out, so whoever asks tries them on the pattern.
 * Undefined when there are too many, or the pattern refers back or is otherwise beyond this; empty when no text can fit.
 */
export function samplesOf(pattern: string, known: SetMembers = new Map()): readonly string[] | undefined {
  try {
    return new SampleReader(pattern, known).readAll()
  } catch (error) {
    if (error instanceof BeyondSamples || error instanceof PatternError) return undefined
    throw error
  }
}

/** Characters of sets met before, by their text: patterns of one file repeat them. */
export type SetMembers = Map<string, readonly string[]>

class BeyondSamples extends Error {}

/** Most texts of a pattern, and the longest. */
const mostSamples = 400
const longestSample = 40
const deepest = 50

/** What rules of segmentation speak of: one or more of each kind. */
const probes =
  'aebztA EZ.!?…,;:0159-—–\'"“”„«»()[]{}*/%&$#@_\t\n\r\u00a0\u2009\u200b\u2028\ufeffäßñÀØжяеёДЯЁңәқіҰҢıİğІ中あ한ع،؟।。！？٣Ⅳ😊\u0301€№§'

class SampleReader {
  private readonly pattern: string
  private readonly known: SetMembers
  private at = 0
  private depth = 0

  constructor(pattern: string, known: SetMembers) {
    this.pattern = pattern
    this.known = known
  }

  readAll(): readonly string[] {
    const found = this.alternatives()
    if (this.at < this.pattern.length) throw new BeyondSamples()
    return found
  }

  private alternatives(): readonly string[] {
    if (++this.depth > deepest) throw new BeyondSamples()
    const found: (readonly string[])[] = [this.sequence()]
    while (this.pattern[this.at] === '|') {
      this.at++
      found.push(this.sequence())
    }
    this.depth--
    // The plainest of each alternative first.
    const firsts = found.flatMap(each => each.slice(0, 1))
    return limited([...firsts, ...found.flatMap(each => each.slice(1))])
  }

  private sequence(): readonly string[] {
    let made: readonly string[] = ['']
    while (this.at < this.pattern.length) {
      const character = this.pattern[this.at]
      if (character === '|' || character === ')') break
      made = joined(made, this.repeated(this.term()))
    }
    return made
  }

  private repeated(term: readonly string[]): readonly string[] {
    const found = /^(?:[*+?]|\{(\d{1,6})(,?)(\d{0,6})\})[?+]?/.exec(this.pattern.slice(this.at, this.at + 20))
    if (found === null) return term
    this.at += found[0].length
    const sign = found[0].charAt(0)
    const least = sign === '{' ? Number(found[1]) : sign === '+' ? 1 : 0
    const open = sign === '*' || sign === '+' || (found[2] === ',' && found[3] === '')
    const most = sign === '?' ? 1 : open ? least + 3 : found[2] === ',' ? Number(found[3]) : least
    const [plainest] = term
    if (plainest === undefined) return least === 0 ? [''] : []
    if (least > longestSample) throw new BeyondSamples()
    const counts = [...new Set([least, least + 1, most])].filter(count => count <= most && count <= longestSample)
    return limited([
      ...counts.map(count => plainest.repeat(count)),
      ...term.slice(1).map(each => each.repeat(Math.max(1, least))),
    ])
  }

  private term(): readonly string[] {
    const character = String.fromCodePoint(this.pattern.codePointAt(this.at) ?? 0)
    switch (character) {
      case '(':
        return this.group()
      case '[':
        return this.members(this.setEnd())
      case '\\':
        return this.escape()
      case '^':
      case '$':
        this.at++
        return ['']
      case '.':
        return this.members(this.at + 1)
      default:
        this.at += character.length
        return [character]
    }
  }

  private group(): readonly string[] {
    const head = /^\((?:\?(?:(:|>|<?[=!]|<[A-Za-z]\w*>)|([a-zA-Z-]*)([:)])))?/.exec(
      this.pattern.slice(this.at, this.at + 60),
    )
    if (head === null) throw new BeyondSamples()
    const [all, kind = '', flags = '', flagsEnd] = head
    if (all === '(' && this.pattern[this.at + 1] === '?') throw new BeyondSamples()
    // White space and `#` mean something else then.
    if (flags.includes('x')) throw new BeyondSamples()
    this.at += all.length
    if (flagsEnd === ')') return ['']
    const body = this.alternatives()
    if (this.pattern[this.at] !== ')') throw new BeyondSamples()
    this.at++
    if (kind === '=' || kind === '<=') return body.length === 0 ? [] : ['']
    if (kind === '!' || kind === '<!') return body.length === 1 && body[0] === '' ? [] : ['']
    return body
  }

  private escape(): readonly string[] {
    const rest = this.pattern.slice(this.at)
    if (rest.startsWith('\\Q')) {
      const end = rest.indexOf('\\E')
      const text = end < 0 ? rest.slice(2) : rest.slice(2, end)
      this.at += end < 0 ? rest.length : end + 2
      // A quantifier would repeat the last character alone.
      if (text.length > 1 && /^[*+?{]/.test(this.pattern.slice(this.at))) throw new BeyondSamples()
      return [text]
    }
    if (/^\\[bBAZzG]/.test(rest)) {
      this.at += 2
      return ['']
    }
    if (/^\\[1-9kXNR]/.test(rest)) throw new BeyondSamples()
    const set = /^\\(?:[dDwWsShHvV]|[pP](?:\{[^}]{1,60}\}|[A-Z]))/.exec(rest)
    if (set !== null) return this.members(this.at + set[0].length)
    const coded = /^\\(?:x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))/.exec(rest)
    if (coded !== null) {
      this.at += coded[0].length
      return [String.fromCodePoint(Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? '0', 16))]
    }
    const letter = controls.get(rest.charAt(1))
    if (letter === undefined && /^\\[A-Za-z0-9]/.test(rest)) throw new BeyondSamples()
    const literal = letter ?? String.fromCodePoint(rest.codePointAt(1) ?? 0)
    this.at += 1 + (letter === undefined ? literal.length : 1)
    return [literal]
  }

  /** Behind the `]` that closes the set at {@link at}. */
  private setEnd(): number {
    let depth = 0
    for (let i = this.at; i < this.pattern.length; i++) {
      const character = this.pattern[i]
      if (character === '\\') i++
      else if (character === '[') depth++
      else if (character === ']' && --depth === 0) return i + 1
    }
    throw new BeyondSamples()
  }

  private members(end: number): readonly string[] {
    const source = this.pattern.slice(this.at, end)
    this.at = end
    const found = this.known.get(source) ?? membersOf(source)
    this.known.set(source, found)
    return found
  }
}

/** Characters that fit a set: those written in it and those of {@link probes}, or any at all. */
function membersOf(set: string): readonly string[] {
  const expression = new RegExp(`^(?:${translatePattern(set).source})$`, 'v')
  const found = [...new Set([...probes, ...set])].filter(character => expression.test(character))
  if (found.length > 0) return found
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code)
    if ((code < 0xd800 || code > 0xdfff) && expression.test(character)) return [character]
  }
  return []
}

const controls: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
])

/** The plainest of both, then those that differ from it on one side. */
function joined(left: readonly string[], right: readonly string[]): readonly string[] {
  const [first, second] = [left[0], right[0]]
  if (first === undefined || second === undefined) return []
  return limited([
    first + second,
    ...right.slice(1).map(each => first + each),
    ...left.slice(1).map(each => each + second),
  ])
}

function limited(texts: readonly string[]): readonly string[] {
  const short = [...new Set(texts)].filter(text => text.length <= longestSample)
  // Left out texts would make a proof of what is none.
  if ((short.length === 0 && texts.length > 0) || short.length > mostSamples) throw new BeyondSamples()
  return short
}
