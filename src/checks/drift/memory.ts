import type { ProjectCheck } from '../check.ts'

/** The translation differs from an approved one in the memory for the same source in the same context. */
export const memoryDrift: ProjectCheck = {
  description: {
    id: 'drift/memory',
    level: 'warning',
    its: 'inconsistency',
    mqm: 'linguistic-conventions/textual-conventions/inconsistency',
  },
  scope: 'project',
}
