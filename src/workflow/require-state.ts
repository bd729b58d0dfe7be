/** Segments that are not as far as a language must be. */

import { requiredState } from '../checks/state/required.ts'
import {
  type Document,
  type Finding,
  type Language,
  plainText,
  type State,
  segmentsOf,
  states,
  unitsOf,
} from '../model/index.ts'
import { fingerprint, type ReadDocument } from './findings.ts'

/** A finding for each segment of a document whose state is below `least`. */
export function* belowState(
  { document, locate }: ReadDocument & { readonly document: Document },
  language: Language,
  least: State,
): Generator<Finding> {
  const { id: rule } = requiredState.description
  for (const unit of unitsOf(document)) {
    for (const segment of segmentsOf(unit)) {
      if (states.indexOf(segment.state) >= states.indexOf(least)) continue
      const source = plainText(segment.source)
      const target = plainText(segment.target ?? [])
      yield {
        rule,
        level: 'error',
        place: locate({ unit, segment, side: 'target' }),
        unit: unit.id,
        segment: segment.id,
        language,
        data: { state: segment.state, least },
        related: [],
        fingerprint: fingerprint(rule, unit.id, source, target),
        source,
        target,
      }
    }
  }
}
