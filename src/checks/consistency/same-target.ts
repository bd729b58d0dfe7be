import { collapseBlanks } from '../../text/normalize.ts'
import { type DocumentCheck, wholeTarget } from '../check.ts'
import type { Pair } from '../pair.ts'

/** Different sources have one and the same translation: sometimes right, sometimes a paste too many. */
export const sameTarget: DocumentCheck = {
  description: {
    id: 'consistency/same-target',
    level: 'info',
    its: 'inconsistency',
    mqm: 'linguistic-conventions/textual-conventions/inconsistency',
  },
  scope: 'document',
  concerns: pair => !pair.isEmpty && pair.target.words.length >= 3,
  *run(pairs) {
    const firstByTarget = new Map<string, Pair>()
    for (const pair of pairs) {
      const key = normal(pair.target.text)
      const first = firstByTarget.get(key)
      if (first === undefined) firstByTarget.set(key, pair)
      else if (normal(first.source.text) !== normal(pair.source.text)) {
        yield { pair, ...wholeTarget(pair, { data: { other: first.source.text } }), others: [first] }
      }
    }
  },
}

/** Case and final marks make no other sentence. */
function normal(text: string): string {
  return collapseBlanks(text.normalize('NFC'))
    .toLowerCase()
    .replace(/[.!…:]+$/, '')
}
