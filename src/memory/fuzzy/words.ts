/** Texts of a part by the words they have. */

import type { Part } from './part.ts'
import type { WordTest } from './types.ts'

const yo = 0x451
const ye = 0x435

/** Texts, ascending, that have at least one word for each test. */
export function textsWithWords(part: Part, tests: readonly WordTest[]): readonly number[] {
  let texts: readonly number[] | undefined
  for (const list of wordLists(part, tests)) {
    const own = new Set(list.flatMap(word => [...postingsOf(part, word)]))
    texts = texts === undefined ? [...own].sort((a, b) => a - b) : texts.filter(text => own.has(text))
    if (texts.length === 0) break
  }
  return texts ?? []
}

/** For each test the words of the part that pass it. The first letter is compared before a word is spelled out. */
function wordLists(part: Part, tests: readonly WordTest[]): readonly (readonly number[])[] {
  const lists: number[][] = tests.map(() => [])
  const { wordStart, wordPoints } = part
  for (let word = 0; word < part.wordHashes.length; word++) {
    const start = wordStart[word] ?? 0
    const point = wordPoints[start] ?? 0
    const first = point === yo ? ye : point
    let spelled: string | undefined
    for (const [i, test] of tests.entries()) {
      if (test.first !== first) continue
      spelled ??= String.fromCodePoint(...wordPoints.subarray(start, Math.min(wordStart[word + 1] ?? 0, start + 200)))
      if (test.matches(spelled)) lists[i]?.push(word)
    }
  }
  return lists
}

function postingsOf(part: Part, word: number): Uint32Array {
  return part.postings.subarray(part.postingStart[word] ?? 0, part.postingStart[word + 1] ?? 0)
}
