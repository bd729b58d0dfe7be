import type { ProjectCheck } from '../check.ts'

/** An ignore that hides nothing any more. Found when findings are suppressed. */
export const unusedIgnore: ProjectCheck = {
  description: { id: 'ignore/unused', level: 'warning', its: 'other', mqm: 'design/other' },
  scope: 'project',
}
