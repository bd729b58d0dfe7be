import { type State, states } from '../../model/index.ts'
import { type SegmentCheck, wholeTarget } from '../check.ts'

/** State and sub-state contradict each other or the target (XLIFF 2, states): confirmed without target, drifted yet confirmed. */
export const invalidTransition: SegmentCheck = {
  description: { id: 'state/invalid-transition', level: 'error', its: 'other', mqm: 'design/other' },
  scope: 'segment',
  withoutTarget: true,
  *run(pair) {
    const { state, subState } = pair.segment
    if (state !== 'initial' && !pair.hasTarget) yield wholeTarget(pair, { variant: 'no-target', data: { state } })
    if (subState === undefined) return
    if (!/^[^:\s]+:\S/.test(subState)) yield wholeTarget(pair, { variant: 'sub-state', data: { subState } })
    if (subState === 'tilmash:source-changed' && state !== 'initial') {
      yield wholeTarget(pair, { variant: 'drifted', data: { state } })
    }
  },
}

/** True when work may go from one state to another: any step forward, and back to `initial` or `translated`. */
export function isTransitionAllowed(from: State, to: State): boolean {
  return states.indexOf(to) >= states.indexOf(from) || to === 'initial' || to === 'translated'
}
