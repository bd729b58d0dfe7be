/** Sentences as vectors: what an encoder of the caller's says of their meaning, for every stretch a bead may hold. */

import { Failure } from '../model/index.ts'

/** Turns texts into vectors; texts of one meaning get vectors of one direction, whatever their language. */
export interface SentenceEncoder {
  /** One vector a text, in order, all of one length; finite numbers. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
}

/** The vectors of both sides, made by {@link encodeSides}. */
export interface EncodedSides {
  readonly dimensions: number
  /** Vectors of length 1, one behind the other; those of nothing are all zeros. */
  readonly vectors: Float32Array
  /** For each segment the vectors of itself, with the next, and with the next two; -1 where the side ends before. */
  readonly source: Int32Array
  readonly target: Int32Array
}

/** Log-likelihood ratio of a bead: the stretch of `a` source segments from `i` and that of `b` target segments from `j`. */
export type Likeness = (i: number, a: number, j: number, b: number) => number

/** As many segments as a bead may have on one side. */
export const longestStretch = 3
/** Texts given to the encoder at once; guessed: between two batches a signal is looked at. */
const batchSize = 64

/**
 * Embeds every stretch of one to three segments, as Vecalign does with its overlaps (Thompson and Koehn 2019): a merged
 * sentence is not the mean of its parts. A text that stands twice is embedded once.
 * @throws Failure `encoder.count`, `encoder.dimensions`, `encoder.not-finite` when the encoder does not keep its word
 */
export async function encodeSides(
  source: readonly string[],
  target: readonly string[],
  encoder: SentenceEncoder,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<EncodedSides> {
  const numbers = new Map<string, number>()
  const sides = { source: stretchesOf(source, numbers), target: stretchesOf(target, numbers) }
  const texts = [...numbers.keys()]
  let dimensions = 0
  let vectors = new Float32Array(0)
  for (let from = 0; from < texts.length; from += batchSize) {
    signal?.throwIfAborted()
    const batch = texts.slice(from, from + batchSize)
    const found = await encoder.embed(batch)
    if (found.length !== batch.length) {
      throw new Failure('encoder.count', { data: { expected: batch.length, found: found.length } })
    }
    if (from === 0) {
      dimensions = found[0]?.length ?? 0
      vectors = new Float32Array(dimensions * texts.length)
    }
    for (const [i, vector] of found.entries()) put(vectors, dimensions, from + i, vector)
  }
  signal?.throwIfAborted()
  return { dimensions, vectors, ...sides }
}

function stretchesOf(segments: readonly string[], numbers: Map<string, number>): Int32Array {
  const stretches = new Int32Array(segments.length * longestStretch).fill(-1)
  for (let from = 0; from < segments.length; from++) {
    let text = ''
    for (let count = 1; count <= longestStretch && from + count <= segments.length; count++) {
      text = `${text} ${segments[from + count - 1] ?? ''}`.trim()
      if (text === '') continue
      const number = numbers.get(text) ?? numbers.size
      numbers.set(text, number)
      stretches[from * longestStretch + count - 1] = number
    }
  }
  return stretches
}

/** Puts a vector in its place, with length 1. */
function put(vectors: Float32Array, dimensions: number, number: number, vector: Float32Array): void {
  if (vector.length !== dimensions || dimensions === 0) {
    throw new Failure('encoder.dimensions', { data: { expected: dimensions, found: vector.length } })
  }
  let squares = 0
  for (const value of vector) squares += value * value
  if (!Number.isFinite(squares)) throw new Failure('encoder.not-finite')
  const length = squares === 0 ? 1 : Math.sqrt(squares)
  for (let i = 0; i < dimensions; i++) vectors[number * dimensions + i] = (vector[i] ?? 0) / length
}
