/**
 * Puts one change of a known kind into a clean pair. Everything is decided by a hash of the pair, so that the same pairs give
 * the same changes; nothing of `src` is asked, so that the checks do not judge by their own words.
 */

import { createHash } from 'node:crypto'
import type { DriftRow } from './drift-measure.ts'

export interface CleanPair {
  readonly src: string
  readonly tgt: string
}

/** Every change this pair allows; `others` lend their sentences. `target` is `ru` or `kk`. */
export function mutationsOf(pair: CleanPair, target: string, others: readonly CleanPair[]): readonly DriftRow[] {
  const changes: readonly (readonly [string, string | undefined])[] = [
    ['number-changed', numberChanged(pair)],
    ['number-dropped', numberDropped(pair)],
    ['date-or-magnitude-swapped', swapped(pair, target)],
    ['negation-dropped', negationDropped(pair, target)],
    ['truncated-clause', clauseCut(pair)],
    ['truncated-third', thirdCut(pair)],
    ['clause-added', clauseAdded(pair, others)],
    ['foreign-sentence-same-length', stranger(pair, others)],
    ['left-untranslated', pair.src],
  ]
  return changes.flatMap(([type, tgt]) =>
    tgt === undefined || tgt === pair.tgt
      ? []
      : [{ type, src: pair.src, tgt: type === 'number-dropped' ? tidy(tgt) : tgt }],
  )
}

/** 0 ≤ n < `below`, by the pair and a word. */
export function chance(pair: CleanPair, word: string, below: number): number {
  return createHash('sha256').update(`${word}\n${pair.src}`).digest().readUInt32BE(0) % below
}

function pick<T>(items: readonly T[], pair: CleanPair, word: string): T | undefined {
  return items.length === 0 ? undefined : items[chance(pair, word, items.length)]
}

// Numbers --------------------------------------------------------------------------------------------------------------

/** Digits of the target that stand in the source, too. */
function sharedNumber(pair: CleanPair): RegExpExecArray | undefined {
  const inSource = new Set(pair.src.match(/\d+/g) ?? [])
  return pick(
    [...pair.tgt.matchAll(/(?<![\p{L}\d])\d+/gu)].filter(match => inSource.has(match[0])),
    pair,
    'number',
  )
}

function numberChanged(pair: CleanPair): string | undefined {
  const match = sharedNumber(pair)
  if (match === undefined) return undefined
  const [digits] = match
  const place = chance(pair, 'digit', digits.length)
  const digit = (Number(digits[place]) + 1 + chance(pair, 'by', 8)) % 10
  const changed = digits.slice(0, place) + (place === 0 && digit === 0 ? 1 : digit) + digits.slice(place + 1)
  return changed === digits || new RegExp(`(?<!\\d)${changed}(?!\\d)`).test(pair.src)
    ? undefined
    : pair.tgt.slice(0, match.index) + changed + pair.tgt.slice(match.index + digits.length)
}

function numberDropped(pair: CleanPair): string | undefined {
  const match = sharedNumber(pair)
  return match === undefined
    ? undefined
    : pair.tgt.slice(0, match.index) + pair.tgt.slice(match.index + match[0].length)
}

function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;:!?])/g, '$1')
    .trim()
}

// Dates and magnitudes -------------------------------------------------------------------------------------------------

/** Stems of one class of endings, which are kept. */
const classes: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ru: [
    ['январ', 'феврал', 'апрел', 'июн', 'июл', 'сентябр', 'октябр', 'ноябр', 'декабр'],
    ['март', 'август'],
    ['понедельник', 'вторник', 'четверг'],
    ['пятниц', 'суббот', 'сред'],
    ['миллион', 'миллиард', 'триллион'],
    ['млн', 'млрд'],
  ],
  kk: [
    ['қаңтар', 'ақпан', 'наурыз', 'мамыр', 'маусым', 'тамыз', 'қазан', 'желтоқсан'],
    ['сәуір', 'шілде', 'қыркүйек'],
    ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'сенбі', 'жексенбі'],
    ['миллион', 'миллиард', 'триллион'],
    ['млн', 'млрд'],
    ['мың', 'миллион'],
  ],
}

function swapped(pair: CleanPair, target: string): string | undefined {
  const english =
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day|[mbt]r?illions?|thousands?|\d[mb]n?)\b/
  if (!english.test(pair.src)) return undefined
  const found = (classes[target] ?? []).flatMap(stems =>
    stems.flatMap(stem =>
      [...pair.tgt.matchAll(new RegExp(`(?<!\\p{L})${stem}(?!ь?н?ы?е? год|ый)`, 'giu'))].map(match => ({
        match,
        stems,
        stem,
      })),
    ),
  )
  const one = pick(found, pair, 'date')
  if (one === undefined) return undefined
  const { match, stems, stem } = one
  const other = pick(
    stems.filter(each => each !== stem),
    pair,
    'other',
  )
  if (other === undefined) return undefined
  const isLarge = match[0][0] !== match[0][0]?.toLowerCase()
  const written = isLarge ? (other[0] ?? '').toUpperCase() + other.slice(1) : other
  return pair.tgt.slice(0, match.index) + written + pair.tgt.slice(match.index + match[0].length)
}

// Denials --------------------------------------------------------------------------------------------------------------

function negationDropped(pair: CleanPair, target: string): string | undefined {
  if (!/\b(?:not|no|never|cannot|nobody|nothing|none|without|unable|neither|nor)\b|n['’]t\b/i.test(pair.src))
    return undefined
  const pattern =
    target === 'ru'
      ? /(?<!\p{L})не (?=\p{L})/giu
      : / (?:емес|жоқ)(?!\p{L})|(?<=\p{L}{2})(?:ма|ме|ба|бе|па|пе)(?=(?:ған|ген|ды|ді)(?!\p{L}))/giu
  const match = pick([...pair.tgt.matchAll(pattern)], pair, 'negation')
  if (match === undefined) return undefined
  const rest = pair.tgt.slice(match.index + match[0].length)
  const isFirst = match.index === 0
  return pair.tgt.slice(0, match.index) + (isFirst ? (rest[0] ?? '').toUpperCase() + rest.slice(1) : rest)
}

// Parts ----------------------------------------------------------------------------------------------------------------

/** The target up to a comma; at least a fifth of it stays and a fifth goes. */
function clauseCut(pair: CleanPair): string | undefined {
  const { tgt } = pair
  const cuts = [...tgt.matchAll(/, /g)]
    .map(match => match.index)
    .filter(at => at >= tgt.length / 5 && at <= (tgt.length * 4) / 5)
  const at = pick(cuts, pair, 'clause')
  return at === undefined ? undefined : tgt.slice(0, at) + (/[.!?…]["»”]*$/.exec(tgt)?.[0] ?? '')
}

function thirdCut({ tgt }: CleanPair): string | undefined {
  const words = tgt.split(' ')
  if (words.length < 6) return undefined
  const kept = words.slice(0, Math.ceil((words.length * 2) / 3)).join(' ')
  return kept.replace(/[\s,;:–—-]+$/, '') + (/[.!?…]["»”]*$/.exec(tgt)?.[0] ?? '')
}

/** The last clause of another target, added after a comma. */
function clauseAdded(pair: CleanPair, others: readonly CleanPair[]): string | undefined {
  const other = pick(others, pair, 'added')
  const clause = other?.tgt.match(/, ([^,]{25,})$/)?.[1]
  if (other === undefined || clause === undefined || other.src === pair.src) return undefined
  return `${pair.tgt.replace(/[.!?…]+["»”]*$/, '')}, ${clause}`
}

/** Another target within a tenth of the length. */
function stranger(pair: CleanPair, others: readonly CleanPair[]): string | undefined {
  const near = others.filter(
    other =>
      other.src !== pair.src &&
      other.tgt !== pair.tgt &&
      Math.abs(other.tgt.length - pair.tgt.length) <= pair.tgt.length / 10,
  )
  return pick(near, pair, 'stranger')?.tgt
}
