/**
 * English web text: mails, reviews and forums leave out full stops and capital letters. A small logistic model, trained on
 * such text, weighs what the rules say against how the words before and after look. docs/segmentation.md tells how it was
 * made and what it is worth.
 */

import { kind, kindAt } from './characters.ts'
import type { Verdict } from './features.ts'
import { informalModelJson } from './informal-model.ts'
import type { WordTable } from './lexicon.ts'
import { type ScanSink, scan } from './scanner.ts'

/** A place where the model is asked: a gap of white space, or none between a stop and a word. */
export interface Gap {
  /** End of the text before and start of the text after. */
  readonly at: number
  readonly next: number
}

/** What the rules say at a gap: the id of a cut or veto, or nothing. */
export type Verdicts = ReadonlyMap<number, Verdict>

/**
 * A weight for each {@link slotOf} a feature: one byte each, in base64, times `scale`. The model is `bias + sum > 0`. Two
 * features may share a slot; named weights would take five times the room and were half a point worse for it.
 */
export interface InformalModel {
  readonly bias: number
  readonly scale: number
  readonly weights: string
}

/** The model as it is asked. */
export interface PreparedModel {
  readonly bias: number
  readonly weights: Float32Array
}

/** Decodes the weights once. */
export function prepareModel({ bias, scale, weights }: InformalModel): PreparedModel {
  const bytes = atob(weights)
  return { bias, weights: Float32Array.from(bytes, byte => ((byte.charCodeAt(0) << 24) >> 24) * scale) }
}

/** Number of weights, a power of two. */
export const slots: number = 1 << 17

/** Where the weight of a feature stands: FNV-1a (Fowler, Noll, Vo) with its bits mixed once more, since only the low ones count. */
export function slotOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) & (slots - 1)
}

/** What is the same for all gaps of a paragraph. */
export interface ParagraphView {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly verdicts: Verdicts
  readonly gaps: readonly Gap[]
  readonly style: string
}

/** Finds the gaps of a paragraph and the style of its writer. */
export function viewOf(text: string, start: number, end: number, verdicts: Verdicts): ParagraphView {
  const gaps: Gap[] = []
  let stops = 0
  let lowerAfterStop = 0
  for (let i = start; i < end; i++) {
    const found = kindAt(text, i)
    if (found === kind.space && i > start && kindAt(text, i - 1) !== kind.space) {
      let next = i + 1
      while (next < end && kindAt(text, next) === kind.space) next++
      if (next >= end) break
      if (isStopKind(kindAt(text, i - 1))) {
        stops++
        if (kindAt(text, next) === kind.lower) lowerAfterStop++
      }
      gaps.push({ at: i, next })
      i = next - 1
    } else if (isStopKind(found) && i + 1 < end && isLetterKind(kindAt(text, i + 1)) && !isInAddress(text, start, i)) {
      gaps.push({ at: i + 1, next: i + 1 })
    }
  }
  const few = stops === 0 ? 'none' : stops < 3 ? 'few' : 'many'
  const style = `${few}${lowerAfterStop * 3 > stops && stops > 0 ? ' lower' : ''}`
  return { text, start, end, verdicts, gaps, style }
}

function isStopKind(found: number): boolean {
  return found === kind.period || found === kind.exclamation || found === kind.ellipsis
}

function isLetterKind(found: number): boolean {
  return found === kind.lower || found === kind.upper
}

/** Is the word around `i` a URL, a mail address, a file or an abbreviation such as `U.S.`? */
function isInAddress(text: string, start: number, i: number): boolean {
  let from = i
  while (from > start && i - from < 60 && kindAt(text, from - 1) !== kind.space) from--
  const before = text.slice(from, i)
  return before.length < 2 || /[@/:.\\_]|^www/i.test(before.replace(/\.+$/, ''))
}

const reach = 40

/** The sentence so far: where its first word begins, and how many gaps it has had. */
export interface SentenceView {
  readonly start: number
  readonly since: number
}

/** The names of what holds at a gap. */
export function featuresAt(
  view: ParagraphView,
  index: number,
  { start: sentenceStart, since }: SentenceView,
): string[] {
  const { text, start, end, verdicts, gaps, style } = view
  const gap = gaps[index]
  if (gap === undefined) return []
  const { at, next } = gap
  const before = wordBefore(text, start, at)
  const after = wordAfter(text, next, end)
  const verdict = verdicts.get(at)
  const rule = verdict === undefined ? 'none' : verdict.id
  const tail = tailOf(before)
  const [shapeBefore, shapeAfter] = [shapeOf(before), shapeOf(after)]
  const afterNext = wordAfter(text, skip(text, next + after.length, end), end)
  const beforeThat = wordBefore(text, start, back(text, at - before.length, start))
  const gapKind = at === next ? 'joined' : next - at > 1 ? 'wide' : 'blank'
  const sinceBucket = since < 2 ? since : since < 4 ? '2-3' : since < 8 ? '4-7' : since < 15 ? '8-14' : '15+'
  const left = gaps.length - index
  const leftBucket = left < 3 ? left : left < 8 ? '3-7' : '8+'
  const [lowerBefore, lowerAfter] = [lettersOf(before), lettersOf(after)]
  const first = wordAfter(text, sentenceStart, end)
  const [shapeFirst, lowerFirst] = [shapeOf(first), lettersOf(first)]
  return [
    `rule ${rule}`,
    `rule ${rule} | ${shapeAfter}`,
    `rule ${rule} | ${style}`,
    `tail ${tail} | ${shapeAfter}`,
    `tail ${tail} | ${style}`,
    `tail ${tail} | ${gapKind}`,
    `tail ${tail} | since ${sinceBucket}`,
    `shapes ${shapeBefore} | ${shapeAfter}`,
    `shapes ${shapeBefore} | ${shapeAfter} | ${shapeOf(afterNext)}`,
    `shapes ${shapeOf(beforeThat)} | ${shapeBefore} | ${shapeAfter}`,
    `before ${lowerBefore} | ${tail}`,
    `after ${lowerAfter} | ${tail}`,
    `after ${lowerAfter} | ${shapeAfter}`,
    `start ${sinceBucket} | ${shapeBefore} | ${shapeAfter}`,
    `left ${leftBucket} | ${tail} | ${shapeAfter}`,
    `style ${style} | ${shapeBefore} | ${shapeAfter}`,
    `open ${isOpen(text, start, at)} | ${shapeAfter}`,
    // Lists, heads of mails and signatures repeat their shapes.
    `first ${lowerFirst} | ${shapeAfter}`,
    `first ${lowerFirst} | since ${sinceBucket} | ${tail}`,
    `first ${shapeFirst} | shapes ${shapeBefore} | ${shapeAfter}`,
    `first ${shapeFirst} | since ${sinceBucket} | ${shapeAfter}`,
    `alike ${shapeFirst === shapeAfter} | ${shapeAfter} | ${tail}`,
    `again ${lowerFirst !== '' && lowerFirst === lowerAfter} | ${shapeAfter}`,
  ]
}

function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}']+/gu, '')
}

function skip(text: string, from: number, end: number): number {
  let i = from
  while (i < end && kindAt(text, i) === kind.space) i++
  return i
}

function back(text: string, to: number, start: number): number {
  let i = to
  while (i > start && kindAt(text, i - 1) === kind.space) i--
  return i
}

function wordBefore(text: string, start: number, at: number): string {
  let i = at
  while (i > start && at - i < reach && kindAt(text, i - 1) !== kind.space) i--
  return text.slice(i, at)
}

function wordAfter(text: string, next: number, end: number): string {
  let i = next
  while (i < end && i - next < reach && kindAt(text, i) !== kind.space) i++
  return text.slice(next, i)
}

/** Punctuation at the end of a word, runs made short. */
function tailOf(word: string): string {
  const found = /[^\p{L}\p{N}]{1,8}$/u.exec(word)?.[0]
  if (found === undefined) return /\p{N}$/u.test(word) ? '9' : 'a'
  return found.replace(/(.)\1{2,}/gu, '$1$1$1').slice(-4)
}

/** `Aa` for Hello, `A` for I, `AA` for NASA, `a` for word, `9` for 12, `9/9` for dates, `url`, `@`, or the signs themselves. */
function shapeOf(word: string): string {
  if (word === '') return 'edge'
  if (/^(?:<?https?:|www\.)/i.test(word)) return 'url'
  if (/\S@\S/.test(word)) return '@'
  const shape = word
    .replace(/\p{Lu}[\p{Ll}\p{M}]+/gu, 'X')
    .replace(/\p{Lu}{2,}/gu, 'N')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/\p{L}+/gu, 'a')
    .replace(/\p{N}+/gu, '9')
    .replace(/(.)\1+/gu, '$1')
  return shape.slice(0, 6)
}

function isOpen(text: string, start: number, at: number): boolean {
  for (let i = at - 1; i >= start && at - i < 200; i--) {
    const unit = text.charCodeAt(i)
    if (unit === 0x28) return true
    if (unit === 0x29) return false
  }
  return false
}

/** Ends of sentences inside the paragraph, by the model. */
export function informalCuts(view: ParagraphView, model: PreparedModel): readonly Gap[] {
  const cuts: Gap[] = []
  let sentence: SentenceView = { start: skip(view.text, view.start, view.end), since: 0 }
  for (const [index, gap] of view.gaps.entries()) {
    let sum = model.bias
    for (const feature of featuresAt(view, index, sentence)) sum += model.weights[slotOf(feature)] ?? 0
    if (sum > 0) cuts.push(gap)
    sentence = sum > 0 ? { start: gap.next, since: 0 } : { start: sentence.start, since: sentence.since + 1 }
  }
  return cuts
}

const cutVerdict: Verdict = { id: 'informal', isBreak: true }
const vetoVerdict: Verdict = { id: 'informal-goes-on', isBreak: false }

/**
 * Scans as always, then asks the model at every gap. Where both agree the rule is named, where not, the model: rule
 * `informal` or `informal-goes-on`.
 */
export function decideInformally(text: string, words: WordTable, sink: ScanSink): void {
  let start = 0
  let verdicts = new Map<number, Verdict>()
  scan(text, words, {
    onDecision: (at, _next, rule) => verdicts.set(at, rule),
    onParagraphEnd: end => {
      decideParagraph(viewOf(text, start, end, verdicts), sink)
      sink.onParagraphEnd(end)
      start = end + 1
      verdicts = new Map()
    },
  })
}

function decideParagraph(view: ParagraphView, sink: ScanSink): void {
  const cuts = new Set(informalCuts(view, weights()).map(gap => gap.at))
  for (const { at, next } of view.gaps) {
    const verdict = view.verdicts.get(at)
    if (verdict === undefined ? cuts.has(at) : verdict.isBreak !== cuts.has(at)) {
      sink.onDecision(at, next, cuts.has(at) ? cutVerdict : vetoVerdict, at)
    } else if (verdict !== undefined) sink.onDecision(at, next, verdict, at)
  }
}

let loaded: PreparedModel | undefined

function weights(): PreparedModel {
  // Proof: the file is written by our own training, as an InformalModel.
  loaded ??= prepareModel(JSON.parse(informalModelJson) as InformalModel)
  return loaded
}
