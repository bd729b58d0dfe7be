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

/** Tells every cut and veto inside the paragraph `[start, end)`, in order; a cut stands before the white space. */
export function scan(
  text: string,
  start: number,
  end: number,
  words: WordTable,
  onDecision: (decision: Decision) => void,
): void {
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
  return

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
    const bits = before.stop | beforeBits(stop, stopEnd, at, marks, closed) | (isDialogue() ? before.dialogue : 0)
    return decide(stop, at, bits)
  }

  function closerLength(i: number): number {
    const found = kindAt(text, i)
    if (found === kind.close || found === kind.quote) return 1
    const unit = text.charCodeAt(i)
    if (unit === 0xb9 || unit === 0xb2 || unit === 0xb3 || (unit >= 0x2070 && unit <= 0x2079)) return 1
    if (unit === 0x5b) return footnoteLength(i)
    if (unit === 0x26) return entityLength(i)
    // A footnote mark after a blank still belongs to the sentence before.
    if (found !== kind.space) return 0
    let blanks = 1
    if (i + 1 < end && kindAt(text, i + 1) === kind.space) blanks = 2
    const length = text.charCodeAt(i + blanks) === 0x5b ? footnoteLength(i + blanks) : 0
    return length === 0 ? 0 : blanks + length
  }

  /** Web text that was escaped twice: `&#39;`, `&quot;`. */
  function entityLength(i: number): number {
    for (const entity of quoteEntities) if (text.startsWith(entity, i) && i + entity.length <= end) return entity.length
    return 0
  }

  /** Of `[12]`, `[3,4]`, `[5–7]`; 0 when none stands at `i`. */
  function footnoteLength(i: number): number {
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
      onDecision({ at, next, isBreak: rule.isBreak, rule: rule.id, from, to: Math.min(end, next + 12) })
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
      if (marks) {
        const word = text.slice(wordStart(stop), stop)
        return before.bareMark | (words.marked.has(word) ? before.markedName : 0)
      }
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
    if (isFullWord(word)) bits |= before.fullWord
    return bits
  }

  function isFullWord(word: string): boolean {
    const { letters, endings, lettersWithEnding } = words.fullWord
    if (word.length < lettersWithEnding) return false
    const last = word.charAt(word.length - 1)
    return word.length >= letters ? isLetters(word) : endings.includes(last) && isLetters(word)
  }

  function wordBits(from: number, word: string): number {
    const entry = words.entries.get(word)
    if (entry === undefined) return kindAt(text, from) === kind.digit ? attachedUnit(word) : 0
    let bits = entry.bits
    if (bits & before.unit && !isAfterNumber(from)) bits &= ~before.unit
    for (const chain of entry.chains) {
      const at = chainStart(from, chain.words)
      if (at >= 0 && (chain.bits !== before.unit || isAfterNumber(at))) bits |= chain.bits
    }
    return bits
  }

  /** `25кг.`: the unit stands at its number. */
  function attachedUnit(word: string): number {
    let j = 0
    while (j < word.length && kindAt(word, j) === kind.digit) j++
    return (words.entries.get(word.slice(j))?.bits ?? 0) & before.unit
  }

  /** Where the words of a chain begin, each with its full stop and at most two blanks; -1 when they do not stand there. */
  function chainStart(from: number, chain: readonly string[]): number {
    let i = from
    for (const word of chain) {
      for (let blanks = 0; blanks < 2 && i > start && kindAt(text, i - 1) === kind.space; blanks++) i--
      if (text.charCodeAt(i - 1) !== 0x2e || i - 1 - word.length < start) return -1
      i -= 1 + word.length
      if (!text.startsWith(word, i)) return -1
    }
    return i === start || !isWordKind(kindAt(text, i - 1), text.charCodeAt(i - 1)) ? i : -1
  }

  /** `1999`, `90-х`, `XX`, with at most two blanks. */
  function isAfterNumber(from: number): boolean {
    let i = from
    for (let blanks = 0; blanks < 2 && i > start && kindAt(text, i - 1) === kind.space; blanks++) i--
    if (i === from || i === start) return false
    if (kindAt(text, i - 1) === kind.digit) return true
    const first = wordStart(i)
    const word = text.slice(first, i)
    return /^(?:\p{Nd}+-?\p{L}{1,3}|[IVXLCХІ]{1,7})$/u.test(word)
  }

  function isListMark(from: number, word: string, first: number): boolean {
    if (blanksOnly(from)) {
      return first === kind.digit
        ? isDigits(word) && word.length <= 3
        : (word.length === 1 && isLetters(word)) || /^[IVXivx]{1,5}$/.test(word)
    }
    if (first !== kind.digit || word.length > 2 || !isDigits(word)) return false
    let i = from
    while (i > start && from - i < 3 && kindAt(text, i - 1) === kind.space) i--
    const previous = kindAt(text, i - 1)
    return i < from && (previous === kind.period || previous === kind.exclamation || text.charCodeAt(i - 1) === 0x3b)
  }

  /** A hyphen opens a speech only in a paragraph that begins with a dash. */
  function isDialogue(): boolean {
    let i = start
    while (i < end && i - start < 8 && kindAt(text, i) === kind.space) i++
    return i < end && kindAt(text, i) === kind.dash
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
    if (found === kind.dash) return after.any | after.dash | afterDash(i)
    const parenthesis = text.charCodeAt(i) === 0x28 ? after.parenthesis : 0
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
        return after.any | (parenthesis === 0 ? after.lower : parenthesis) | after.word
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
    const isHyphen = i === first + 1 && text.charCodeAt(first) === 0x2d
    for (let n = 0; n < 2 && i < end && kindAt(text, i) === kind.space; n++) i++
    if (i >= end || kindAt(text, i) !== kind.upper) return 0
    return isHyphen ? after.hyphenUpper : after.dashUpper
  }

  function isStarter(from: number): boolean {
    let i = from
    while (i < end && i - from <= longestWord) {
      const unit = text.charCodeAt(i)
      const found = kindAt(text, i)
      if (!isWordKind(found, unit) && unit !== 0x27 && unit !== 0x2019) break
      i++
    }
    return text.charCodeAt(i) !== 0x2e && words.starters.has(text.slice(from, i))
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

const quoteEntities: readonly string[] = ['&#39;', '&#34;', '&quot;', '&apos;', '&raquo;', '&rdquo;']

const romanDigits = 'IVXLC'

function isTriggerAscii(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x29
}

function isWordKind(found: number, unit: number): boolean {
  return (found >= kind.lower && found <= kind.mark) || unit === 0x2d
}

function isLetters(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const found = kindAt(word, i)
    if (found !== kind.lower && found !== kind.upper && found !== kind.letter && found !== kind.mark) return false
  }
  return true
}

function isDigits(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (kindAt(word, i) !== kind.digit) return false
  return true
}
