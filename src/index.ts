/** The public API: segment, align, remember, check, read and write. Named re-exports, no logic. */

export { type AlignOptions, align, type EncodedSides, encodeSides, type SentenceEncoder } from './aligner/index.ts'
export { checks } from './checks/index.ts'
export { readPlain } from './formats/plain/index.ts'
export { readSrx, writeSrx } from './formats/srx/index.ts'
export { readTbx } from './formats/tbx/index.ts'
export { readTmx, writeTmx } from './formats/tmx/index.ts'
export {
  editXliff,
  readXliff,
  rewriteXliff,
  writeXliff,
  type XliffEdit,
  type XliffFile,
  type XliffVersion,
} from './formats/xliff/index.ts'
export { sqliteEngine } from './memory/engines/sqlite.ts'
export { type Engine, type LookupOptions, type Memory, openMemory, ramEngine } from './memory/index.ts'
export { failureLine, loadMessages, type Messages, type UiLanguage } from './messages/index.ts'
export * from './model/index.ts'
export { type Report, type Reporter, type ReportFormat, reporters } from './reporters/index.ts'
export { type Segmented, type SegmentOptions, segment } from './segmenter/index.ts'
export { type Similarity, score } from './text/similarity.ts'
export { diffWords, formatWordDiff } from './text/word-diff.ts'
export { type CheckResult, checkDocument as check } from './workflow/check-document.ts'
export type { CheckOptions } from './workflow/check-options.ts'
export { checkProject } from './workflow/check-project.ts'
export { type Checkers, type CrewOptions, openCheckers } from './workflow/checkers.ts'
export { type EncoderOptions, folderEncoder } from './workflow/encoder.ts'
export { openProject, type Project } from './workflow/project.ts'
export { runProject } from './workflow/run.ts'
export { syncProject } from './workflow/sync.ts'
