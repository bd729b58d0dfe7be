import type { ProjectCheck } from '../check.ts'

/** An ignore without a reason: nobody will know why. Found when findings are suppressed. */
export const ignoreWithoutReason: ProjectCheck = {
  description: { id: 'ignore/no-reason', level: 'info', its: 'other', mqm: 'design/other' },
  scope: 'project',
}
