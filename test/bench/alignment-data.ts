/** Reads the development documents for the alignment measurements; they are not part of the project. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface GoldDocument {
  readonly id: string
  readonly src: readonly string[]
  readonly tgt: readonly string[]
  /** Pairs of source and target indices. */
  readonly gold: readonly (readonly [readonly number[], readonly number[]])[]
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
