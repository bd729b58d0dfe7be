import type { ProjectCheck } from '../check.ts'

/** A sentence of the source has no segment in the bilingual file, or nothing in the published translation. */
export const missingSegment: ProjectCheck = {
  description: { id: 'completeness/missing-segment', level: 'error', its: 'omission', mqm: 'accuracy/omission' },
  scope: 'project',
}
