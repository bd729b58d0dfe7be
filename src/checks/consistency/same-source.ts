import { collapseBlanks } from '../../text/normalize.ts'
import { type DocumentCheck, wholeTarget } from '../check.ts'
import type { Pair } from '../pair.ts'
import { isPluralForm } from '../plurals/plural-groups.ts'

/** One source has several translations in the document. */
export const sameSource: DocumentCheck = {
  description: {
    id: 'consistency/same-source',
    level: 'warning',
    its: 'inconsistency',
    mqm: 'linguistic-conventions/textual-conventions/inconsistency',
  },
  scope: 'document',
  // Plural forms of one message share a source and differ by right.
  concerns: pair => !pair.isEmpty && pair.source.text.trim() !== '' && !isPluralForm(pair.unit),
  *run(pairs) {
    for (const group of grouped(pairs)) {
      const common = mostCommon(group)
      for (const pair of group) {
        if (pair === common || normal(pair.target.text) === normal(common.target.text)) continue
        yield { pair, ...wholeTarget(pair, { data: { other: common.target.text } }), others: [common] }
      }
    }
  },
}

/** Pairs of equal source with more than one target. */
function grouped(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const bySource = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const key = keyOf(pair)
    const group = bySource.get(key)
    if (group === undefined) bySource.set(key, [pair])
    else group.push(pair)
  }
  return [...bySource.values()].filter(
    group => group.length > 1 && new Set(group.map(pair => normal(pair.target.text))).size > 1,
  )
}

/** A message's context tells it from another. */
function keyOf({ unit, source }: Pair): string {
  const context = unit.metadata.flatMap(group => group.meta).find(({ type }) => type === 'context')?.value ?? ''
  // " Hebrew" is put into another sentence than "Hebrew".
  return `${context}\n${/^\s/.test(source.text)}${normal(source.text)}`
}

function normal(text: string): string {
  return collapseBlanks(text.normalize('NFC'))
}

/** The translation used most; of equals the first. */
function mostCommon(group: readonly Pair[]): Pair {
  const counts = new Map<string, number>()
  for (const pair of group) counts.set(normal(pair.target.text), (counts.get(normal(pair.target.text)) ?? 0) + 1)
  let best = group[0]
  for (const pair of group) {
    if (best === undefined || (counts.get(normal(pair.target.text)) ?? 0) > (counts.get(normal(best.target.text)) ?? 0))
      best = pair
  }
  // Proof of the fallback: groups have at least two pairs.
  if (best === undefined) throw new RangeError('empty group')
  return best
}
