/** The fuzzy index of one language: parts that never change, and a list of what came after them. */

import type { Language } from '../../model/index.ts'
import { normalize } from '../../text/normalize.ts'
import { type BestHit, makeBest } from './best.ts'
import { type PartBuilder, type PartText, partBuilder } from './build.ts'
import { longestRuns } from './fragments.ts'
import { type Part, type Parts, spellText } from './part.ts'
import { exactHash, makeQuery } from './query.ts'
import { makeScratch, type Scratch, searchPart } from './search.ts'
import type { Fragment, FuzzyIndex, Hit, IndexedText } from './types.ts'
import { textsWithWords } from './words.ts'

/** What came since the last part is searched as a part of its own; so many of these are made one. */
const mostParts = 6

interface LoadedPart {
  readonly part: Part
  readonly scratch: Scratch
}

/** What came since the last part; sequences are told by bits. */
interface Pending {
  readonly builder: PartBuilder
  has: Uint8Array
}

const empty: Parts = { parts: [], dead: [] }

/** More dead units than this are left out of a saved index for good; guessed. */
const mostDead = 50_000

/** An index over finished parts, or an empty one. */
export function fuzzyIndex(language: Language, finished: Parts = empty): FuzzyIndex & { finished(): Parts } {
  let parts: LoadedPart[] = finished.parts.map(load)
  let pending: Pending | undefined
  /** For a changed or deleted unit the number of parts, from the first on, that hold it no more. */
  const dead = new Map<number, number>(finished.dead)
  let newest = newestSequence(finished.parts)

  const settle = (): void => {
    if (pending !== undefined) parts.push(load(pending.builder.finish()))
    pending = undefined
    if (parts.length > mostParts) joinSmallParts()
  }

  const isPending = (sequence: number): boolean =>
    pending !== undefined && ((pending.has[sequence >>> 3] ?? 0) & (1 << (sequence & 7))) !== 0

  /** Whatever the parts hold of a unit counts no more. */
  const bury = (sequence: number): void => {
    if (isPending(sequence)) settle()
    if (sequence <= newest && parts.length > 0) dead.set(sequence, parts.length)
  }

  const addPending = (text: IndexedText): void => {
    bury(text.sequence)
    newest = Math.max(newest, text.sequence)
    pending ??= { builder: partBuilder(), has: new Uint8Array(1024) }
    const byte = text.sequence >>> 3
    if (byte >= pending.has.length) {
      const larger = new Uint8Array(Math.max(byte + 1, pending.has.length * 2))
      larger.set(pending.has)
      pending.has = larger
    }
    pending.has[byte] = (pending.has[byte] ?? 0) | (1 << (text.sequence & 7))
    pending.builder.add(partText(text, language))
  }

  /** Joins all parts but those that are larger than the rest together, from the newest on. */
  const joinSmallParts = (): void => {
    let first = parts.length - 1
    let units = 0
    for (let i = parts.length - 1; i >= 0; i--) {
      const own = parts[i]?.part.unitSequence.length ?? 0
      if (i < parts.length - 2 && own > units * 2) break
      units += own
      first = i
    }
    joinFrom(first)
  }

  const joinFrom = (first: number): void => {
    const joined = joinParts(
      parts.slice(first).map((loaded, i) => ({ part: loaded.part, isDead: isDeadIn(first + i) })),
    )
    parts = [...parts.slice(0, first), load(joined)]
    for (const [sequence, count] of dead) {
      if (first === 0) dead.delete(sequence)
      else if (count > first) dead.set(sequence, first)
    }
  }

  const isDeadIn = (part: number) => (sequence: number) => (dead.get(sequence) ?? 0) > part

  return {
    add: texts => {
      for (const text of texts) addPending(text)
    },
    remove: bury,
    search: (text, options) => {
      settle()
      const query = makeQuery(text, language, options)
      const best = makeBest(options.threshold, options.limit)
      for (const [i, { part, scratch }] of parts.entries()) {
        searchPart(part, i, scratch, query, options, best, dead.size === 0 ? isNeverDead : isDeadIn(i))
      }
      return best.hits.map(toHit)
    },
    withWords: (tests, limit) => {
      settle()
      const sequences: number[] = []
      for (const [i, { part }] of parts.entries()) {
        const isDead = isDeadIn(i)
        for (const text of textsWithWords(part, tests)) {
          for (let unit = part.unitStart[text] ?? 0; unit < (part.unitStart[text + 1] ?? 0); unit++) {
            const sequence = part.unitSequence[unit] ?? 0
            if (!isDead(sequence)) sequences.push(sequence)
          }
        }
      }
      return sequences.sort((a, b) => a - b).slice(0, limit)
    },
    fragments: (text, least, limit) => {
      settle()
      const { cut } = makeQuery(text, language, {})
      const found: Fragment[] = []
      for (const [i, { part }] of parts.entries()) {
        const isDead = isDeadIn(i)
        for (const { start, end, text: number } of longestRuns(part, cut, least, limit * 2)) {
          const units = part.unitSequence.subarray(part.unitStart[number] ?? 0, part.unitStart[number + 1] ?? 0)
          const sequence = units.find(unit => !isDead(unit))
          if (sequence !== undefined) found.push({ sequence, start, end })
        }
      }
      return found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.sequence - b.sequence).slice(0, limit)
    },
    finished: () => {
      settle()
      if (dead.size > mostDead) joinFrom(0)
      return { parts: parts.map(({ part }) => part), dead: [...dead] }
    },
  }
}

function toHit({ sequence, base, words, characters, context }: BestHit): Hit {
  return { sequence, base, words, characters, context }
}

const isNeverDead = (): boolean => false

function newestSequence(parts: readonly Part[]): number {
  let newest = 0
  for (const { unitSequence } of parts) for (const sequence of unitSequence) if (sequence > newest) newest = sequence
  return newest
}

function load(part: Part): LoadedPart {
  return { part, scratch: makeScratch(part) }
}

export function partText(text: IndexedText, language: Language): PartText {
  return {
    sequence: text.sequence,
    normal: normalize(text.text, language),
    exact: exactHash(text.text),
    previous: text.previous === undefined ? 0 : exactHash(text.previous),
    next: text.next === undefined ? 0 : exactHash(text.next),
    languages: text.languages,
  }
}

/** One part of several; what is dead is left out. */
export function joinParts(parts: readonly { part: Part; isDead(sequence: number): boolean }[]): Part {
  const builder = partBuilder()
  let points = new Uint32Array(1024)
  for (const { part, isDead } of parts) {
    for (let text = 0; text < part.texts; text++) {
      const length = part.lengths[text] ?? 0
      if (points.length < length) points = new Uint32Array(length * 2)
      spellText(part, text, points)
      const normal = stringOf(points, length)
      for (let unit = part.unitStart[text] ?? 0; unit < (part.unitStart[text + 1] ?? 0); unit++) {
        const sequence = part.unitSequence[unit] ?? 0
        if (isDead(sequence)) continue
        builder.add({
          sequence,
          normal,
          exact: part.unitText[unit] ?? 0,
          previous: part.unitPrevious[unit] ?? 0,
          next: part.unitNext[unit] ?? 0,
          languages: part.unitLanguages[unit] ?? 0,
        })
      }
    }
  }
  return builder.finish()
}

/** `String.fromCodePoint` takes its arguments from the stack, so long texts are told in pieces. */
function stringOf(points: Uint32Array, length: number): string {
  let text = ''
  for (let i = 0; i < length; i += 4096) text += String.fromCodePoint(...points.subarray(i, Math.min(length, i + 4096)))
  return text
}
