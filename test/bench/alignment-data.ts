/** Reads the development documents for the alignment measurements; they are not part of the project. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface GoldDocument {
  readonly id: string
  readonly src: readonly string[]
  readonly tgt: readonly string[]
  /** Pairs of source and target indices. */
  readonly gold: readonly (readonly [readonly number[], readonly number[]])[]
  /** What was done to the documents that were damaged on purpose. */
  readonly ops?: readonly { readonly op: string; readonly s: readonly number[]; readonly t: readonly number[] }[]
}

/** `0,1|2`: indices of the source, then of the target. */
export function beadKey(source: readonly number[], target: readonly number[]): string {
  return `${source.join(',')}|${target.join(',')}`
}

export function indices({ from, to }: { readonly from: number; readonly to: number }): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

/** Half a: even documents; half b: odd ones. Whatever is chosen is chosen on a and reported on b. */
export function isInHalf(half: string, index: number): boolean {
  return half === 'all' || (index % 2 === 0) === (half === 'a')
}

const folder = fileURLToPath(new URL('../../../shared/alignment/', import.meta.url))

/** Documents of a file under `../shared/alignment`, none when it is not there. */
export function readGold(name: string): readonly GoldDocument[] {
  const path = folder + name
  if (!existsSync(path)) return []
  // Proof: the files are ours to trust, one JSON document of this shape a line.
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as GoldDocument)
}
