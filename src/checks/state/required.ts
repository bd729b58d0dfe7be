import type { ProjectCheck } from '../check.ts'

/** The segment is not as far as `--require` or the config wants it for its language. */
export const requiredState: ProjectCheck = {
  description: { id: 'state/required', level: 'error', its: 'other', mqm: 'design/other' },
  scope: 'project',
}
