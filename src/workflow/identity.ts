/** Ids of units: minted once from the paragraph, carried through edits, never given to another paragraph. */

import { sha256 } from '../text/hash.ts'

/** `u` and 12 hexadecimal digits of the hash of paragraph and occurrence; the first occurrence whose id is free. */
export function mintUnitId(paragraph: string, used: ReadonlySet<string>): string {
  for (let occurrence = 1; ; occurrence++) {
    const id = `u${sha256(`${paragraph}\n${occurrence}`).slice(0, 12)}`
    if (!used.has(id)) return id
  }
}
