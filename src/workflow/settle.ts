/** What an edit of the source means for a segment that was translated before. */

import { plainText } from '../model/index.ts'
import type { Draft, DraftSegment } from './draft.ts'

export const sourceChanged = 'tilmash:source-changed'
export const merged = 'tilmash:merged'
export const extra = 'tilmash:extra'
export const lowConfidence = 'tilmash:low-confidence'

/**
 * Sends every translated segment whose source changed back to state initial, its base kept; a source that has come back
 * to its base brings the old state back; new white space alone changes nothing.
 */
export function settleChanges(draft: Draft): void {
  for (const unit of draft.units) {
    for (const segment of unit.segments) {
      if (segment.change === 'changed' || segment.change === 'split' || segment.change === 'merged') settle(segment)
      if (segment.change === 'moved' || (segment.olds[0] !== undefined && segment.olds[0].unit !== unit.old)) {
        segment.isTouched = true
      }
    }
  }
}

function settle(segment: DraftSegment): void {
  segment.isTouched = true
  const old = segment.olds[0]?.segment
  if (old === undefined || !hasTarget(segment)) return
  const base = segment.remembered.base ?? plainText(old.source)
  const { state, declined } = segment.remembered
  const rest = declined === undefined ? {} : { declined }
  if (segment.source === base) {
    segment.state = state ?? old.state
    if (segment.subState === sourceChanged) segment.subState = undefined
    segment.remembered = { base, ...rest }
  } else if (withoutSpace(segment.source) === withoutSpace(base)) {
    segment.remembered = { ...segment.remembered, base: segment.source }
  } else {
    segment.remembered = { base, state: state ?? segment.state, ...rest }
    segment.state = 'initial'
    segment.subState = sourceChanged
  }
}

export function hasTarget(segment: DraftSegment): boolean {
  return segment.target !== undefined && plainText(segment.target) !== ''
}

/** True when the target was confirmed for another source than today's. */
export function isDrifted(segment: DraftSegment): boolean {
  const { base } = segment.remembered
  return hasTarget(segment) && base !== undefined && withoutSpace(base) !== withoutSpace(segment.source)
}

/** A target that is empty on purpose: an omission someone decided on, or text that stands in the neighbour. */
export function isEmptyOnPurpose(segment: DraftSegment): boolean {
  if (hasTarget(segment) || segment.target === undefined) return false
  return segment.subState === merged || segment.state === 'final'
}

/** The target is confirmed for today's source. */
export function confirm(segment: DraftSegment, state: DraftSegment['state']): void {
  segment.state = state
  segment.subState = undefined
  segment.remembered = { base: segment.source }
  segment.isTouched = true
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
