/** Numbers beside each other: ranges, scores, and what they share. */

import { exact, type NumberKind, type NumberMention } from './number-mention.ts'

/** Ranges and scores, and the scale a range shares: «10–20 тыс.», "2 to 3 million". */
export function withNeighbours(text: string, found: readonly NumberMention[]): readonly NumberMention[] {
  const mentions = [...found]
  for (let i = 0; i + 1 < mentions.length; i++) {
    const a = mentions[i]
    const b = mentions[i + 1]
    if (a === undefined || b === undefined || b.start - a.end > 5) continue
    const between = text.slice(a.end, b.start)
    const isDash = /^(?:\s?[-–—−:]\s?|&)$/.test(between) && !(between.includes(' ') && a.spelled)
    const isJoined = isDash || /^ (?:to|or|and|до|или|и|не|мен|пен|бен|мен|және)? $|^, $/.test(between)
    if (!isJoined) continue
    if (isDash && a.kind === 'cardinal' && b.kind !== 'time' && !a.spelled) {
      const kind: NumberKind = /[:&]/.test(between) || a.value >= b.value ? 'score' : 'range'
      // A copy of 1:1 is an exact one.
      const weak = between === ':' && a.value === 1 && b.value === 1
      mentions[i] = { ...a, kind, weak: a.weak || weak }
      if (b.kind === 'cardinal') mentions[i + 1] = { ...b, kind, weak: b.weak || weak }
      // 2018-19 is 2018-2019.
      if (a.value > 1000 && a.value < 2100 && b.value < 100) {
        mentions[i + 1] = {
          ...b,
          kind: 'range',
          alternatives: [...b.alternatives, a.value - (a.value % 100) + b.value],
        }
      }
    }
    // "1 to 4 inches": both are inches.
    if (a.unit === undefined && b.unit !== undefined && !a.spelled && a.kind !== 'time' && a.kind !== 'date') {
      mentions[i] = { ...(mentions[i] ?? a), unit: b.unit }
    }
    const scale = b.alternatives.length > 0 ? b.value / (b.alternatives.at(-1) ?? b.value) : 1
    if ((scale === 1e3 || scale === 1e6 || scale === 1e9) && a.value < 1000) {
      const current = mentions[i] ?? a
      mentions[i] = { ...current, alternatives: [...current.alternatives, exact(a.value * scale)] }
    }
  }
  return mentions
}
