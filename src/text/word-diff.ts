/** Words of two texts compared. The door to the `diff` package; its patch parser is never used on data. */

import { diffArrays } from 'diff'
import type { WordChange } from '../model/index.ts'

/** More edits than this between two sentences are no longer read word by word. Guessed. */
const mostEdits = 2000

/**
 * Old → new, in order; neighbouring words of one kind together, blanks kept.
 * The package's own `diffWords` knows only Latin letters as parts of words and would cut Cyrillic ones to pieces.
 */
export function diffWords(old: string, now: string): readonly WordChange[] {
  const parts = diffArrays(wordsAndGaps(old), wordsAndGaps(now), { maxEditLength: mostEdits })
  if (parts === undefined) return whole(old, now)
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** One line of plain text: `… has grown from 3 to [-13-]{+14+} percent.` Long unchanged stretches are cut. */
export function formatWordDiff(changes: readonly WordChange[]): string {
  return changes
    .map(({ kind, text }, index) => {
      if (kind === 'removed') return `[-${text}-]`
      if (kind === 'added') return `{+${text}+}`
      return shorten(text, index > 0, index < changes.length - 1)
    })
    .join('')
}

/** Characters of context beside a change. */
const context = 32

function shorten(text: string, hasChangeBefore: boolean, hasChangeAfter: boolean): string {
  const room = (hasChangeBefore ? context : 0) + (hasChangeAfter ? context : 0)
  if (text.length <= room + 8) return text
  const start = hasChangeBefore ? text.slice(0, context).replace(/\S*$/u, '') : ''
  const end = hasChangeAfter ? text.slice(-context).replace(/^\S*/u, '') : ''
  return `${start}…${end}`
}

function wordsAndGaps(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []
}

function whole(old: string, now: string): readonly WordChange[] {
  return [
    { kind: 'removed', text: old },
    { kind: 'added', text: now },
  ]
}
