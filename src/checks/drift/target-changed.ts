import type { ProjectCheck } from '../check.ts'

/** The published translation and the bilingual file disagree. Shows the words. */
export const targetChanged: ProjectCheck = {
  description: {
    id: 'drift/target-changed',
    level: 'warning',
    its: 'inconsistency',
    mqm: 'linguistic-conventions/textual-conventions/inconsistency',
  },
  scope: 'project',
}
