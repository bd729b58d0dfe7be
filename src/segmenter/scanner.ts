/**
 * One pass over a text that finds the cuts. It stops only at characters that may end a sentence, says in bits what stands
 * before and after, and asks the rules. Every look back is bounded and every look ahead is consumed: linear time always.
 *
 * One true state machine, so it may be longer than other files.
 */

import { isPair, kind, kindAt, patterns } from './characters.ts'
import { after, before, type Rule, rules, type Verdict } from './features.ts'
import type { WordTable } from './lexicon.ts'

/** A place where a rule has spoken: `at` is the end of the text before, `next` the start of the text after. */
export interface Decision {
  readonly at: number
  readonly next: number
  readonly isBreak: boolean
  readonly rule: string
  /** Start of the text the rule has looked at. */
  readonly from: number
}

/** Is told of every cut and veto and of the end of every paragraph, in the order of the text. */
export interface ScanSink {
  onDecision(at: number, next: number, rule: Verdict, from: number): void
  onParagraphEnd(end: number): void
}

/** Scans a whole text. LF, CR, CRLF, U+2028 and U+2029 end a paragraph. */
export function scan(text: string, words: WordTable, sink: ScanSink): void {
  new Scanner(text, words, sink).run()
}

/** The fast way when nobody asks why: the cuts and the ends of the paragraphs, in order. */
export function scanCuts(text: string, words: WordTable): readonly number[] {
  const scanner = new Scanner(text, words, undefined)
  scanner.run()
  return scanner.cuts
}

/** Places with equal bits are frequent: the last answer for a hash of them is kept. */
const remembered = { bits: new Int32Array(512), follows: new Int32Array(512), rule: new Int16Array(512) }

function ruleFor(bits: number, follows: number): Rule | undefined {
  const slot = (Math.imul(bits, 0x9e3779b1) ^ Math.imul(follows, 0x85ebca6b)) >>> 23
  if (remembered.bits[slot] !== bits || remembered.follows[slot] !== follows) {
    let r = 0
    while (r < befores.length && (((befores[r] ?? 0) & bits) === 0 || ((afters[r] ?? 0) & follows) === 0)) r++
    remembered.bits[slot] = bits
    remembered.follows[slot] = follows
    remembered.rule[slot] = r
  }
  const r = remembered.rule[slot] ?? 0
  return r < rules.length ? rules[r] : undefined
}

const befores = Int32Array.from(rules, rule => before[rule.before])
const afters = Int32Array.from(rules, rule => after[rule.after])

/** By UTF-16 unit: 1 where a sentence or a paragraph may end. A constant, so that the compiler knows its length. */
const triggers = new Uint8Array(0x10000)
for (const character of `.．｡。${patterns.exclamation}…);•‣⁃\n\r\u2028\u2029`) triggers[character.charCodeAt(0)] = 1
// Pictures, among all others and, by the first half of their pairs, above.
triggers.fill(1, 0x2190, 0x2c00).fill(1, 0xd83c, 0xd83f)

/** Longest word looked back at; longer ones are no abbreviation. */
const longestWord = 24
/** Most openers between the blank and the first letter. */
const mostOpeners = 6
/** How far back the opening bracket of a `)` is looked for. */
const bracketReach = 200

/** What a word before a full stop can only say when it is short. */
const wordFeatures =
  before.listMark |
  before.unit |
  before.never |
  before.title |
  before.numberWord |
  before.initial |
  before.starterWord |
  before.endWord |
  before.endPhrase |
  before.shortNumber

class Scanner {
  private readonly text: string
  private readonly words: WordTable
  private readonly sink: ScanSink | undefined
  /** Filled when there is no sink. */
  readonly cuts: number[] = []
  /** Start of the paragraph. */
  private start = 0
  /** Does the paragraph begin with a dash? −1 when nobody has asked yet. */
  private dialogue = -1
  private i = 0
  /** First character after blanks and openers, where {@link followingBits} has looked. */
  private letter = 0

  constructor(text: string, words: WordTable, sink: ScanSink | undefined) {
    this.text = text
    this.words = words
    this.sink = sink
  }

  run(): void {
    const { text } = this
    const length = text.length
    let i = 0
    while (i < length) {
      if (triggers[text.charCodeAt(i)] === 0) {
        i++
        continue
      }
      this.i = i
      this.atTrigger()
      i = this.i
    }
    this.endParagraph(length)
  }

  private atTrigger(): void {
    const found = kindAt(this.text, this.i)
    switch (found) {
      case kind.period:
      case kind.exclamation:
      case kind.ellipsis:
        this.atStop()
        return
      case kind.line:
        this.endParagraph(this.i)
        this.start = ++this.i
        this.dialogue = -1
        return
      case kind.emoji:
      case kind.bullet:
        this.atEmoji()
        return
      case kind.close:
        this.atBracket()
        return
      case kind.continuing:
        this.atSemicolon()
        return
      default:
        this.i++
    }
  }

  /** Runs of stops and closers: `?!»`, `.)`, `».`; the last run of stops is the one that counts. */
  private atStop(): void {
    const { text } = this
    const first = this.i
    let i = first
    let stop = first
    let stopEnd = first
    let marks = false
    for (;;) {
      const found = kindAt(text, i)
      if (found === kind.period || found === kind.exclamation || found === kind.ellipsis) {
        if (i !== stopEnd) {
          stop = i
          marks = false
        }
        if (found === kind.exclamation) marks = true
        i++
        stopEnd = i
        continue
      }
      const closer = this.closerLength(i, found)
      if (closer === 0) break
      i += closer
    }
    this.i = i
    const behind = kindAt(text, i)
    if (behind === kind.upper && i === stopEnd && this.words.cutsWithoutBlank) this.atGlued(stop, i)
    if (behind !== kind.space) return
    const next = this.skipBlanks(i)
    if (next < 0) return
    let follows = this.followingBits(next)
    const closed = i === stopEnd ? 0 : before.closedStop
    const bits = before.stop | closed | this.stopBits(stop, stopEnd, i, marks, follows)
    if (follows & after.upper) {
      // Asked only where a rule wants to know.
      if (bits & (before.initial | before.starterWord) && this.isStarter(this.letter)) follows |= after.starter
      if (bits & (before.numberWord | before.endPhrase) && this.isRoman(this.letter)) follows |= after.number
    }
    // Only who wants to know the reason needs the word.
    this.decide(this.sink === undefined ? stop : this.wordStart(stop), i, next, bits, follows)
  }

  /** `it was good.The end`: no blank, but a word before that is no part of an address, and one after that opens sentences. */
  private atGlued(stop: number, next: number): void {
    if (!this.isGluedWord(stop)) return
    const end = this.starterEnd(next)
    if (end < 0 || !(kindAt(this.text, end) === kind.space || this.text.charCodeAt(end) === 0x2c)) return
    const from = this.sink === undefined ? stop : this.wordStart(stop)
    this.decide(from, next, next, before.gluedWord, after.gluedStarter)
  }

  private isGluedWord(stop: number): boolean {
    const { text, start } = this
    let i = stop - 2
    if (i < start || kindAt(text, i) !== kind.lower || kindAt(text, i + 1) !== kind.lower) return false
    for (let n = 0; n <= 22; n++, i--) {
      const previous = i > start ? kindAt(text, i - 1) : kind.space
      if (previous === kind.space || previous === kind.open || previous === kind.quote) return true
      if (!isInWord(text, i - 1)) return false
    }
    return false
  }

  private closerLength(i: number, found: number): number {
    if (found === kind.close || found === kind.quote) return 1
    if (found === kind.space) {
      // A footnote mark or a smile after a blank still belongs to the sentence before.
      const blanks = kindAt(this.text, i + 1) === kind.space ? 2 : 1
      const unit = this.text.charCodeAt(i + blanks)
      const length = unit === 0x5b ? this.footnoteLength(i + blanks) : this.smileLength(i + blanks, unit)
      return length === 0 ? 0 : blanks + length
    }
    const unit = this.text.charCodeAt(i)
    if (unit === 0x5b) return this.footnoteLength(i)
    if (unit === 0x26) return this.entityLength(i)
    return unit === 0xb9 || unit === 0xb2 || unit === 0xb3 || (unit >= 0x2070 && unit <= 0x2079) ? 1 : 0
  }

  /** Of `:)`, `;-)`, `=D` before white space or the end. */
  private smileLength(i: number, eyes: number): number {
    if (eyes !== 0x3a && eyes !== 0x3b && eyes !== 0x3d) return 0
    let j = i + 1
    if (this.text.charCodeAt(j) === 0x2d) j++
    const mouth = j
    while (j - mouth < 8 && smileMouths.includes(this.text.charAt(j))) j++
    const found = kindAt(this.text, j)
    return j > mouth && (j >= this.text.length || found === kind.space || found === kind.line) ? j - i : 0
  }

  /** Web text that was escaped twice: `&#39;`, `&quot;`. */
  private entityLength(i: number): number {
    for (const entity of quoteEntities) if (this.text.startsWith(entity, i)) return entity.length
    return 0
  }

  /** Of `[12]`, `[3,4]`, `[5–7]`; 0 when none stands at `i`. */
  private footnoteLength(i: number): number {
    for (let j = i + 1; j - i <= 11; j++) {
      const unit = this.text.charCodeAt(j)
      if (unit === 0x5d) return j > i + 1 ? j - i + 1 : 0
      if (!(unit === 0x2c || unit === 0x2d || unit === 0x2013 || (unit >= 0x30 && unit <= 0x39))) return 0
    }
    return 0
  }

  private atEmoji(): void {
    const { text } = this
    const first = this.i
    let i = first
    let last: number = kind.emoji
    for (;;) {
      const found = kindAt(text, i)
      if (text.charCodeAt(i) === 0xfe0f) {
        i++
        continue
      }
      if (found !== kind.emoji && found !== kind.bullet) break
      last = found
      i += isPair(text, i) ? 2 : 1
    }
    this.i = i
    if (last !== kind.emoji || kindAt(text, i) !== kind.space) return
    const next = this.skipBlanks(i)
    if (next >= 0) this.decide(first, i, next, before.emoji, this.followingBits(next))
  }

  private atSemicolon(): void {
    const first = this.i++
    if (!this.words.cutsAtSemicolon || kindAt(this.text, this.i) !== kind.space) return
    const next = this.skipBlanks(this.i)
    if (next < 0 || this.followingBits(next) !== (after.any | after.upper | after.word)) return
    if (this.isStarter(this.letter)) this.decide(first, first + 1, next, before.semicolon, after.starter)
  }

  private atBracket(): void {
    const { text } = this
    const first = this.i
    let i = first + 1
    while (text.charCodeAt(i) === 0x29) i++
    this.i = i
    if (text.charCodeAt(first) !== 0x29 || kindAt(text, i) !== kind.space) return
    const next = this.skipBlanks(i)
    if (next >= 0 && this.isSmiley(first)) this.decide(first, i, next, before.smiley, this.followingBits(next))
  }

  /** `)` without its bracket is a smile, as Russian and Kazakh write it. */
  private isSmiley(first: number): boolean {
    if (first > this.start && kindAt(this.text, first - 1) === kind.digit) return false
    const reach = Math.max(this.start, first - bracketReach)
    for (let j = first - 1; j >= reach; j--) {
      const unit = this.text.charCodeAt(j)
      if (unit === 0x28) return false
      if (unit === 0x29) return true
    }
    return first - this.start > 1
  }

  /** The text after the blanks at `i`; −1 at the end of the paragraph. */
  private skipBlanks(i: number): number {
    let next = i + 1
    while (kindAt(this.text, next) === kind.space) next++
    this.i = next
    return next >= this.text.length || kindAt(this.text, next) === kind.line ? -1 : next
  }

  private decide(from: number, at: number, next: number, bits: number, follows: number): void {
    const rule = ruleFor(bits, follows)
    if (rule === undefined) return
    if (this.sink !== undefined) this.sink.onDecision(at, next, rule, from)
    else if (rule.isBreak) this.cuts.push(at)
  }

  private endParagraph(at: number): void {
    if (this.sink !== undefined) this.sink.onParagraphEnd(at)
    else this.cuts.push(at)
  }

  /** Bits of {@link before} for a stop, without those that no rule can ask for given what follows. */
  private stopBits(stop: number, stopEnd: number, at: number, marks: boolean, follows: number): number {
    const { text } = this
    const dialogue = follows & after.hyphenUpper && this.isDialogue() ? before.dialogue : 0
    if (at !== stopEnd) {
      const isBracketed =
        marks && stop > this.start && text.charCodeAt(stop - 1) === 0x28 && text.charCodeAt(stopEnd) === 0x29
      return dialogue | (isBracketed && at === stopEnd + 1 ? before.bracketedMark : 0)
    }
    if (marks) {
      const word = text.slice(this.wordStart(stop), stop)
      // `Why ?` counts, `#VALUE!` and `640x480 ?` do not.
      const last = stop - 1 > this.start && kindAt(text, stop - 1) === kind.space ? stop - 2 : stop - 1
      const previous = last >= this.start ? kindAt(text, last) : kind.other
      const isBare = previous === kind.lower || previous === kind.letter
      return dialogue | (isBare ? before.bareMark : 0) | (this.words.marked.has(word) ? before.markedName : 0)
    }
    if (stopEnd - stop > 1 || text.charCodeAt(stop) !== 0x2e) {
      return dialogue | (this.blanksOnly(stop) ? before.leadingEllipsis : 0)
    }
    return dialogue | this.wordBits(stop, follows)
  }

  private wordBits(stop: number, follows: number): number {
    const from = this.wordStart(stop)
    const length = stop - from
    if (length === 0) return 0
    let bits = 0
    if (length <= this.words.longest) {
      const first = kindAt(this.text, from)
      bits = this.listedBits(from, stop)
      if (length === 1 && first === kind.upper && !this.isJoined(from)) bits |= before.initial
      if (first === kind.digit && length <= 2 && this.isRun(from, stop, kind.digit, kind.digit))
        bits |= before.shortNumber
      if (
        length <= 7 &&
        this.text.charCodeAt(from - 1) === 0x28 &&
        from > this.start &&
        this.isRun(from, stop, kind.lower, kind.lower)
      )
        bits |= before.bracketedWord
      if (length <= 5 && this.isListMark(from, stop, first)) bits |= before.listMark
    }
    if (follows & (after.lower | after.parenthesis) && this.isFullWord(from, stop)) bits |= before.fullWord
    return bits
  }

  private isFullWord(from: number, stop: number): boolean {
    const { letters, endings, lettersWithEnding } = this.words.fullWord
    const length = stop - from
    if (length < lettersWithEnding) return length <= 3 && this.words.shortWords.has(this.text.slice(from, stop))
    return (
      (length >= letters || endings.includes(this.text.charAt(stop - 1))) &&
      this.isRun(from, stop, kind.lower, kind.mark)
    )
  }

  /** The word, alone and with the words before it, in the table of abbreviations. */
  private listedBits(from: number, stop: number): number {
    const { text, words } = this
    if (!words.mayHold(text.charCodeAt(from), text.charCodeAt(stop - 1))) {
      return kindAt(text, from) === kind.digit ? this.attachedUnit(from, stop) : 0
    }
    const entry = words.entries.get(text.slice(from, stop))
    if (entry === undefined || this.isJoined(from))
      return kindAt(text, from) === kind.digit ? this.attachedUnit(from, stop) : 0
    let bits = entry.bits
    if (bits & before.unit && !this.isAfterNumber(from)) bits &= ~before.unit
    for (const chain of entry.chains) {
      const at = this.chainStart(from, chain.words)
      if (at >= 0 && (chain.bits !== before.unit || this.isAfterNumber(at))) bits |= chain.bits
    }
    return bits & wordFeatures
  }

  /** `Ctrl+S`, `N/A`, `25 °C`: no abbreviation, no initial. */
  private isJoined(from: number): boolean {
    return from > this.start && joiners.includes(this.text.charAt(from - 1))
  }

  /** `25кг.`: the unit stands at its number. */
  private attachedUnit(from: number, stop: number): number {
    let j = from
    while (j < stop && kindAt(this.text, j) === kind.digit) j++
    return (this.words.entries.get(this.text.slice(j, stop))?.bits ?? 0) & before.unit
  }

  /** Where the words of a chain begin, each with its full stop and at most two blanks; −1 when they do not stand there. */
  private chainStart(from: number, chain: readonly string[]): number {
    const { text, start } = this
    let i = from
    for (const word of chain) {
      for (let blanks = 0; blanks < 2 && i > start && kindAt(text, i - 1) === kind.space; blanks++) i--
      if (text.charCodeAt(i - 1) !== 0x2e || i - 1 - word.length < start) return -1
      i -= 1 + word.length
      if (!text.startsWith(word, i)) return -1
    }
    return i === start || !(isInWord(text, i - 1) || this.isJoined(i)) ? i : -1
  }

  /** `1999`, `90-х`, `XX`, with one or two blanks. */
  private isAfterNumber(from: number): boolean {
    const { text, start } = this
    let i = from
    for (let blanks = 0; blanks < 2 && i > start && kindAt(text, i - 1) === kind.space; blanks++) i--
    if (i === from || i === start) return false
    if (kindAt(text, i - 1) === kind.digit) return true
    return /^(?:\p{Nd}+-?\p{L}{1,3}|[IVXLCХІ]{1,7})$/u.test(text.slice(this.wordStart(i), i))
  }

  private isListMark(from: number, stop: number, first: number): boolean {
    const { text } = this
    const length = stop - from
    const isNumber = first === kind.digit && this.isRun(from, stop, kind.digit, kind.digit)
    if (this.blanksOnly(from)) {
      if (first === kind.digit) return isNumber && length <= 3
      return length === 1
        ? this.isRun(from, stop, kind.lower, kind.mark) && first !== kind.digit
        : /^[IVXivx]{1,5}$/.test(text.slice(from, stop))
    }
    if (!isNumber || length > 2) return false
    let i = from
    while (i > this.start && from - i < 3 && kindAt(text, i - 1) === kind.space) i--
    const previous = kindAt(text, i - 1)
    if (i === from || text.charCodeAt(i - 1) === 0x3b || previous === kind.exclamation) return i < from
    // `for two reasons: 1. It is late`; another number behind a colon may be what the sentence says.
    if (text.charCodeAt(i - 1) === 0x3a) return length === 1 && text.charCodeAt(from) === 0x31
    if (previous !== kind.period) return false
    // `кв. 12.` and `fig. 3.` are no marks of a list.
    const wordFrom = this.wordStart(i - 1)
    return (
      (this.listedBits(wordFrom, i - 1) & (before.numberWord | before.title | before.never | before.starterWord)) === 0
    )
  }

  /** A hyphen opens a speech only in a paragraph that begins with a dash. */
  private isDialogue(): boolean {
    if (this.dialogue < 0) {
      let i = this.start
      while (i - this.start < 8 && kindAt(this.text, i) === kind.space) i++
      this.dialogue = kindAt(this.text, i) === kind.dash ? 1 : 0
    }
    return this.dialogue === 1
  }

  private blanksOnly(to: number): boolean {
    let i = to
    while (i > this.start && to - i < 8 && kindAt(this.text, i - 1) === kind.space) i--
    return i === this.start
  }

  private wordStart(to: number): number {
    const { text } = this
    const least = Math.max(this.start, to - longestWord - 1)
    let i = to
    while (i > least && isInWord(text, i - 1)) i--
    return i
  }

  /** Are all characters of a kind from `low` to `high`? Digits are no letters. */
  private isRun(from: number, to: number, low: number, high: number): boolean {
    for (let i = from; i < to; i++) {
      const found = kindAt(this.text, i)
      if (found < low || found > high || (found === kind.digit && low !== kind.digit)) return false
    }
    return true
  }

  private followingBits(next: number): number {
    const { text } = this
    let i = next
    let found = kindAt(text, i)
    if (found === kind.dash) return after.any | after.dash | this.dashBits(i)
    const parenthesis = text.charCodeAt(i) === 0x28
    for (let n = 0; n < mostOpeners && (found === kind.open || found === kind.quote); n++) found = kindAt(text, ++i)
    this.letter = i
    switch (found) {
      case kind.upper:
        return after.any | after.upper | after.word
      case kind.lower:
        if (this.isName(i)) return after.any | after.upper | after.word
        return after.any | after.word | (parenthesis ? after.parenthesis : after.lower)
      case kind.letter:
        return after.any | after.word
      case kind.digit:
        return after.any | after.digit | after.number | after.word | this.numberBits(next)
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

  private dashBits(first: number): number {
    const { text } = this
    let i = first
    while (i - first < 3 && kindAt(text, i) === kind.dash) i++
    if (i - first === 3 && text.startsWith('---', first)) return after.rule
    const isHyphen = i === first + 1 && text.charCodeAt(first) === 0x2d
    const end = i
    for (let n = 0; n < 2 && kindAt(text, i) === kind.space; n++) i++
    if (kindAt(text, i) !== kind.upper) return 0
    if (!isHyphen) return after.dashUpper
    // `-A` is an option of a command, no speech.
    return i > end ? after.hyphenUpper : 0
  }

  /** `iPhone`, `mRNA`: a name that begins with a small letter. */
  private isName(from: number): boolean {
    let i = from
    while (i - from < 6 && kindAt(this.text, i) === kind.lower) i++
    return kindAt(this.text, i) === kind.upper
  }

  private isStarter(from: number): boolean {
    return this.starterEnd(from) >= 0
  }

  /** Where a word that opens sentences ends; −1 when none stands there. */
  private starterEnd(from: number): number {
    const { text, words } = this
    let i = from + 1
    while (i - from <= words.longestStarter) {
      const unit = text.charCodeAt(i)
      if (!isInWord(text, i) && unit !== 0x27 && unit !== 0x2019) break
      i++
    }
    if (i - from > words.longestStarter || text.charCodeAt(i) === 0x2e) return -1
    return words.starters.has(text.slice(from, i)) ? i : -1
  }

  /** `12.`, `(1846`. */
  private numberBits(next: number): number {
    const { text } = this
    const from = text.charCodeAt(next) === 0x28 ? next + 1 : next
    let i = from
    while (i - from < 5 && kindAt(text, i) === kind.digit) i++
    const digits = i - from
    if (from > next) {
      const found = kindAt(text, i)
      return digits === 4 && !(found >= kind.lower && found <= kind.mark) ? after.year : 0
    }
    return digits > 0 && digits < 5 && text.charCodeAt(i) === 0x2e ? after.numberStop : 0
  }

  private isRoman(from: number): boolean {
    const { text } = this
    const first = text.charCodeAt(from)
    if (!isRomanDigit(first)) return false
    let i = from + 1
    while (i - from < 8 && isRomanDigit(text.charCodeAt(i))) i++
    return (i - from > 1 || first === 0x56 || first === 0x58) && !isInWord(text, i)
  }
}

const quoteEntities: readonly string[] = ['&#39;', '&#34;', '&quot;', '&apos;', '&raquo;', '&rdquo;']

const smileMouths = '()DPpO'

/** The signs of `patterns.joiner`. */
const joiners = '/+%$#&=@\\°^'

/** I V X L C */
function isRomanDigit(unit: number): boolean {
  return unit === 0x49 || unit === 0x56 || unit === 0x58 || unit === 0x4c || unit === 0x43
}

function isInWord(text: string, i: number): boolean {
  const found = kindAt(text, i)
  return (found >= kind.lower && found <= kind.mark) || (found === kind.dash && text.charCodeAt(i) === 0x2d)
}
