import type { ProjectCheck } from '../check.ts'

/** A segment of the bilingual file, or a sentence of the translation, has no counterpart in the source. */
export const extraSegment: ProjectCheck = {
  description: { id: 'completeness/extra-segment', level: 'warning', its: 'addition', mqm: 'accuracy/addition' },
  scope: 'project',
}
