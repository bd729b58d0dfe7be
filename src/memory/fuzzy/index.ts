/** The fuzzy index of one language: parts that never change, and a list of what came after them. */

import type { Language } from '../../model/index.ts'
import { normalize } from '../../text/normalize.ts'
import { type BestHit, makeBest } from './best.ts'
import { type PartText, partBuilder } from './build.ts'
import { type Part, spellText } from './part.ts'
import { exactHash, makeQuery } from './query.ts'
import { makeScratch, type Scratch, searchPart } from './search.ts'
import type { FuzzyIndex, Hit, IndexedText } from './types.ts'

/** What came since the last part is searched as a part of its own; so many of these are made one. */
const mostParts = 6

interface LoadedPart {
  readonly part: Part
  readonly scratch: Scratch
}

/** An index over finished parts, or an empty one. */
export function fuzzyIndex(
  language: Language,
  finished: readonly Part[] = [],
): FuzzyIndex & { parts(): readonly Part[] } {
  let parts: LoadedPart[] = finished.map(part => ({ part, scratch: makeScratch(part) }))
  let pending = new Map<number, IndexedText>()
  /** For a changed or deleted unit the number of parts that hold it no more. */
  const dead = new Map<number, number>()

  const settle = (): void => {
    if (pending.size > 0) {
      const builder = partBuilder()
      for (const text of pending.values()) builder.add(partText(text, language))
      pending = new Map()
      parts.push(load(builder.finish()))
    }
    if (parts.length > mostParts) joinSmallParts()
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
    const joined = joinParts(
      parts.slice(first).map((loaded, i) => ({ part: loaded.part, isDead: isDeadIn(first + i) })),
    )
    parts = [...parts.slice(0, first), load(joined)]
    for (const [sequence, count] of dead) if (count > first) dead.set(sequence, first)
  }

  const isDeadIn = (part: number) => (sequence: number) => (dead.get(sequence) ?? 0) > part

  return {
    add: texts => {
      for (const text of texts) {
        if (parts.length > 0) dead.set(text.sequence, parts.length)
        pending.set(text.sequence, text)
      }
    },
    remove: sequence => {
      pending.delete(sequence)
      if (parts.length > 0) dead.set(sequence, parts.length)
    },
    search: (text, options) => {
      settle()
      const query = makeQuery(text, language, options)
      const best = makeBest(options.threshold, options.limit)
      for (const [i, { part, scratch }] of parts.entries()) {
        searchPart(part, i, scratch, query, options, best, dead.size === 0 ? isNeverDead : isDeadIn(i))
      }
      return best.hits.map(toHit)
    },
    parts: () => {
      settle()
      return parts.map(loaded => loaded.part)
    },
  }
}

function toHit({ sequence, base, words, characters, context }: BestHit): Hit {
  return { sequence, base, words, characters, context }
}

const isNeverDead = (): boolean => false

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
