import type { ProjectCheck } from '../check.ts'

/** The segment was translated from a source that has changed since. Shows the words old → new. */
export const sourceChanged: ProjectCheck = {
  description: {
    id: 'drift/source-changed',
    level: 'error',
    its: 'inconsistent-with-source',
    mqm: 'accuracy/mistranslation',
  },
  scope: 'project',
}
