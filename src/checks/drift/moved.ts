import type { ProjectCheck } from '../check.ts'

/** The translation of a sentence stands at another place than the sentence itself. */
export const moved: ProjectCheck = {
  description: { id: 'drift/moved', level: 'warning', its: 'other', mqm: 'linguistic-conventions/textual-conventions' },
  scope: 'project',
}
