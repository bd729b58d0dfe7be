import type { ProjectCheck } from '../check.ts'

/** A translation that stood in an earlier version is gone though its source is still there. */
export const translationLost: ProjectCheck = {
  description: { id: 'drift/translation-lost', level: 'error', its: 'omission', mqm: 'accuracy/omission' },
  scope: 'project',
}
