import { type SegmentCheck, wholeTarget } from '../check.ts'

/** A segment with a source and nothing in the target. In a lone file a segment in state `initial` is only not done yet: info. */
export const emptyTarget: SegmentCheck = {
  description: { id: 'completeness/empty-target', level: 'error', its: 'omission', mqm: 'accuracy/omission' },
  scope: 'segment',
  withoutTarget: true,
  *run(pair, { isProject }) {
    if (!pair.isEmpty || pair.source.text.trim() === '') return
    const { segment, unit } = pair
    // Left out on purpose, or its text stands in the neighbour (DESIGN: beads in XLIFF).
    if (segment.subState === 'tilmash:merged') return
    const hasNote = unit.notes.some(note => note.ref === undefined || note.ref === segment.id)
    if (segment.state === 'final' && pair.hasTarget && hasNote) return
    // "by " – « »: a little word that the other language has no use for, left out with a blank.
    if (pair.target.text !== '' && /^(?:a|an|at|by|for|in|is|of|on|the|to|with)$/i.test(pair.source.text.trim())) return
    const isLate = segment.state !== 'initial' || isProject
    // "Roger Larsson" – « »: a name left out with a blank.
    const isName = pair.target.text !== '' && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}$/u.test(pair.source.text)
    yield wholeTarget(pair, {
      data: { state: segment.state },
      ...(isLate ? (isName ? { level: 'warning' } : {}) : { level: 'info', variant: 'open' }),
    })
  },
}
