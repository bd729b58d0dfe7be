/** Files, locks, paths, git. */

export { confine } from './confine.ts'
export { DeadlinePassed, type DeadlineWorker, startDeadlineWorker } from './deadline.ts'
export { isFolder, isRunning, readBytes, readBytesIfAny, replaceFile } from './files.ts'
export { type GitSnapshot, gitSnapshot } from './git.ts'
export { withLock } from './lock.ts'
export { writeOut } from './output.ts'
export { packageFile } from './package.ts'
