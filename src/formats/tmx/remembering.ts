/** Answers for texts that repeat: languages, dates. */

import { ownCopy } from '../../text/own-copy.ts'

/** The function with a memory of its last answers; a file of ever new texts fills it again and again, no more. */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T // Proof: what was put in under this text.
    if (known.size === mostKept) known.clear()
    const own = ownCopy(text)
    const made = answer(own)
    known.set(own, made)
    return made
  }
}

const mostKept = 1000
