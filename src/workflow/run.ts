/** The main job: sync, then check. */

import { checkProjectByAll, type ProjectCheckOptions } from './check-project.ts'
import type { FindingsOfAll } from './check-result.ts'
import { type Project, workingTree } from './project.ts'
import { type SyncResult, syncProject } from './sync.ts'

export interface RunResult extends FindingsOfAll, SyncResult {}

/** Brings everything up to date and says what is left to do. */
export async function runProject(project: Project, options: Omit<ProjectCheckOptions, 'read'>): Promise<RunResult> {
  const synced = await syncProject(project, options)
  return { ...synced, ...(await checkProjectByAll(project, { ...options, read: workingTree(project) })) }
}
