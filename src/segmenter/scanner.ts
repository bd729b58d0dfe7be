/**
 * One pass over a text that finds the cuts. It stops only at characters that may end a sentence, says in bits what stands
 * before and after, and asks the rules. Every look back is bounded and every look ahead is consumed: linear time always.
 */

import { isPair, kind, kindAt } from './characters.ts'
import { after, before, type Rule, rules } from './features.ts'
import type { WordTable } from './lexicon.ts'

/** A place where a rule has spoken: `at` is the end of the text before, `next` the start of the text after. */
export interface Decision {
  readonly at: number
  readonly next: number
  readonly isBreak: boolean
  readonly rule: string
  /** The text the rule has looked at. */
  readonly from: number
  readonly to: number
}

export interface ScanOptions {
  readonly words: WordTable
  /** Told of every cut and veto, when given. */
  readonly onDecision?: (decision: Decision) => void
}

interface CompiledRule extends Rule {
  readonly b: number
  readonly a: number
}

const compiled: readonly CompiledRule[] = rules.map(rule => ({
  ...rule,
  b: before[rule.before],
  a: after[rule.after],
}))

/** Longest word looked back at; longer ones are no abbreviation. */
const longestWord = 24
/** Most openers between the blank and the first letter. */
const mostOpeners = 6
/** How far back the opening bracket of a `)` is looked for. */
const bracketReach = 200

/** Ends of the sentences inside the paragraph `[start, end)`, each before the white space that follows it. */
export function cutsIn(text: string, start: number, end: number, options: ScanOptions): number[] {
  const cuts: number[] = []
  let i = start
  while (i < end) {
    const unit = text.charCodeAt(i)
    if (unit < 128 ? !isTriggerAscii(unit) : unit < 0x2026) {
      i++
      continue
    }
    const found = kindAt(text, i)
    if (found === kind.period || found === kind.exclamation || found === kind.ellipsis) i = atStop(i)
    else if (found === kind.emoji || found === kind.bullet) i = atEmoji(i)
    else if (unit === 0x29) i = atBracket(i)
    else i++
  }
  return cuts

  function atStop(first: number): number {
    let i = first
    let stop = first
    let stopEnd = first
    let marks = false
    let closed = false
    // Runs of stops and closers: `?!»`, `.)`, `».`; the last run of stops is the one that counts.
    for (;;) {
      const found = kindAt(text, i)
      if (i < end && (found === kind.period || found === kind.exclamation || found === kind.ellipsis)) {
        if (i !== stopEnd) stop = i
        if (i !== stopEnd || i === first) marks = false
        if (found === kind.exclamation) marks = true
        i++
        stopEnd = i
        closed = false
        continue
      }
      const closer = i < end ? closerLength(i) : 0
      if (closer === 0) break
      closed = true
      i += closer
    }
    const at = i
    if (at >= end || kindAt(text, at) !== kind.space) return at
    const bits = before.stop | beforeBits(stop, stopEnd, at, marks, closed)
    return decide(stop, at, bits)
  }

  function closerLength(i: number): number {
    const found = kindAt(text, i)
    if (found === kind.close || found === kind.quote) return 1
    const unit = text.charCodeAt(i)
    if (unit === 0xb9 || unit === 0xb2 || unit === 0xb3 || (unit >= 0x2070 && unit <= 0x2079)) return 1
    if (unit !== 0x5b) return 0
    // A footnote mark: [12], [3,4], [5–7].
    let j = i + 1
    while (j < end && j - i <= 11) {
      const inner = text.charCodeAt(j)
      if (inner === 0x5d) return j > i + 1 ? j - i + 1 : 0
      if (!(inner === 0x2c || inner === 0x2d || inner === 0x2013 || (inner >= 0x30 && inner <= 0x39))) return 0
      j++
    }
    return 0
  }

  function atEmoji(first: number): number {
    let i = first
    let last: number = kind.emoji
    while (i < end) {
      const found = kindAt(text, i)
      if (found !== kind.emoji && found !== kind.bullet) break
      last = found
      i += isPair(text, i) ? 2 : 1
    }
    if (i >= end || kindAt(text, i) !== kind.space || last !== kind.emoji) return i
    return decide(first, i, before.emoji)
  }

  function atBracket(first: number): number {
    let i = first + 1
    while (i < end && text.charCodeAt(i) === 0x29) i++
    if (i >= end || kindAt(text, i) !== kind.space) return i
    return isSmiley(first) ? decide(first, i, before.smiley) : i
  }

  /** `)` without its bracket is a smile, as Russian and Kazakh write it. */
  function isSmiley(first: number): boolean {
    const previous = first > start ? kindAt(text, first - 1) : kind.space
    if (previous === kind.digit) return false
    for (let j = first - 1; j >= start && first - j <= bracketReach; j--) {
      const unit = text.charCodeAt(j)
      if (unit === 0x28) return false
      if (unit === 0x29) return true
    }
    return first - start > 1
  }

  function decide(from: number, at: number, bits: number): number {
    let next = at
    while (next < end && kindAt(text, next) === kind.space) next++
    if (next >= end) return next
    const follows = afterBits(next)
    for (const rule of compiled) {
      if ((rule.b & bits) === 0 || (rule.a & follows) === 0) continue
      if (rule.isBreak) cuts.push(at)
      options.onDecision?.({ at, next, isBreak: rule.isBreak, rule: rule.id, from, to: Math.min(end, next + 12) })
      break
    }
    return next
  }

  function beforeBits(stop: number, stopEnd: number, at: number, marks: boolean, closed: boolean): number {
    if (closed) {
      return marks &&
        stop > start &&
        text.charCodeAt(stop - 1) === 0x28 &&
        text.charCodeAt(stopEnd) === 0x29 &&
        at === stopEnd + 1
        ? before.bracketedMark
        : 0
    }
    if (stopEnd - stop > 1 || text.charCodeAt(stop) !== 0x2e) {
      if (marks) return options.words.marked.has(text.slice(wordStart(stop), stop)) ? before.markedName : 0
      return blanksOnly(stop) ? before.leadingEllipsis : 0
    }
    const from = wordStart(stop)
    if (from === stop) return 0
    const word = text.slice(from, stop)
    let bits = wordBits(from, word)
    const first = kindAt(text, from)
    if (word.length === 1 && first === kind.upper) bits |= before.initial
    if (first === kind.digit && word.length <= 2 && isDigits(word)) bits |= before.shortNumber
    if (isListMark(from, word, first)) bits |= before.listMark
    return bits
  }

  function wordBits(from: number, word: string): number {
    let bits = 0
    let entry = options.words.entries.get(word)
    let numbered = false
    if (entry === undefined && kindAt(text, from) === kind.digit) {
      // `25кг.`: the unit stands at its number.
      let j = 0
      while (j < word.length && kindAt(word, j) === kind.digit) j++
      entry = options.words.entries.get(word.slice(j))
      numbered = true
    }
    if (entry === undefined) return 0
    bits = entry.bits
    for (const chain of entry.chains) {
      if (chainFits(from, chain.words)) {
        bits = chain.bits
        break
      }
    }
    if (numbered) return bits & before.unit
    if (bits & before.unit && !isAfterNumber(from)) bits &= ~before.unit
    return bits
  }

  function chainFits(from: number, words: readonly string[]): boolean {
    let i = from
    for (const word of words) {
      let blanks = 0
      while (i > start && blanks < 2 && kindAt(text, i - 1) === kind.space) {
        i--
        blanks++
      }
      if (text.charCodeAt(i - 1) !== 0x2e || i - 1 - word.length < start) return false
      i -= 1 + word.length
      if (!text.startsWith(word, i)) return false
    }
    return i === start || !isWordKind(kindAt(text, i - 1), text.charCodeAt(i - 1))
  }

  /** `1999`, `90-х`, `XX`, with at most two blanks. */
  function isAfterNumber(from: number): boolean {
    let i = from
    for (let blanks = 0; blanks < 2 && i > start && kindAt(text, i - 1) === kind.space; blanks++) i--
    if (i === from || i === start) return false
    if (kindAt(text, i - 1) === kind.digit) return true
    const first = wordStart(i)
    const word = text.slice(first, i)
    return /^(?:\d+-?\p{L}{1,3}|[IVXLCХІ]{1,7})$/u.test(word)
  }

  function isListMark(from: number, word: string, first: number): boolean {
    if (blanksOnly(from)) {
      return first === kind.digit
        ? isDigits(word) && word.length <= 3
        : word.length === 1 || /^[IVXivx]{1,5}$/.test(word)
    }
    if (first !== kind.digit || word.length > 2 || !isDigits(word)) return false
    let i = from
    while (i > start && from - i < 3 && kindAt(text, i - 1) === kind.space) i--
    const previous = kindAt(text, i - 1)
    return i < from && (previous === kind.period || previous === kind.exclamation || text.charCodeAt(i - 1) === 0x3b)
  }

  function blanksOnly(to: number): boolean {
    let i = to
    while (i > start && to - i < 8 && kindAt(text, i - 1) === kind.space) i--
    return i === start
  }

  function wordStart(to: number): number {
    let i = to
    while (i > start && to - i <= longestWord && isWordKind(kindAt(text, i - 1), text.charCodeAt(i - 1))) i--
    return i
  }

  function afterBits(next: number): number {
    let i = next
    let found = kindAt(text, i)
    if (found === kind.dash) return after.any | afterDash(i)
    for (let n = 0; n < mostOpeners && (found === kind.open || found === kind.quote); n++) {
      i++
      found = i < end ? kindAt(text, i) : kind.other
    }
    switch (found) {
      case kind.upper:
        return (
          after.any | after.upper | after.word | (isStarter(i) ? after.starter : 0) | (isRoman(i) ? after.number : 0)
        )
      case kind.lower:
        return after.any | after.lower | after.word
      case kind.letter:
        return after.any | after.letter | after.word
      case kind.digit:
        return after.any | after.digit | after.number | after.word
      case kind.continuing:
      case kind.close:
      case kind.period:
      case kind.exclamation:
        return after.any | after.continuing
      case kind.emoji:
        return after.any | after.emoji
      default:
        return after.any
    }
  }

  function afterDash(first: number): number {
    let i = first
    for (let n = 0; n < 3 && i < end && kindAt(text, i) === kind.dash; n++) i++
    for (let n = 0; n < 2 && i < end && kindAt(text, i) === kind.space; n++) i++
    let found = i < end ? kindAt(text, i) : kind.other
    for (let n = 0; n < mostOpeners && (found === kind.open || found === kind.quote); n++) {
      i++
      found = i < end ? kindAt(text, i) : kind.other
    }
    return found === kind.upper || found === kind.letter ? after.dashUpper : after.dashOther
  }

  function isStarter(from: number): boolean {
    let i = from
    while (i < end && i - from <= longestWord) {
      const unit = text.charCodeAt(i)
      const found = kindAt(text, i)
      if (!isWordKind(found, unit) && unit !== 0x27 && unit !== 0x2019) break
      i++
    }
    return text.charCodeAt(i) !== 0x2e && options.words.starters.has(text.slice(from, i))
  }

  function isRoman(from: number): boolean {
    let i = from
    while (i < end && i - from < 8 && romanDigits.includes(text.charAt(i))) i++
    const length = i - from
    const first = text.charAt(from)
    return (
      (length > 1 || first === 'V' || first === 'X') &&
      length > 0 &&
      (i >= end || !isWordKind(kindAt(text, i), text.charCodeAt(i)))
    )
  }
}

const romanDigits = 'IVXLC'

function isTriggerAscii(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x29
}

function isWordKind(found: number, unit: number): boolean {
  return (found >= kind.lower && found <= kind.mark) || unit === 0x2d
}

function isDigits(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (kindAt(word, i) !== kind.digit) return false
  return true
}
