/** What one can do with memories: open, import, export, look up, search, count, check, merge. */

export { answers, type Lookups, type LookupsOptions, openLookups, type Question } from './lookup-many.ts'
export { type CheckedMemory, type CheckMemoryOptions, checkMemory, memoryRules } from './memory-check.ts'
export {
  isStoreFile,
  type OpenedMemory,
  type OpenMemoryOptions,
  openMemoryFile,
  openProjectMemories,
} from './memory-files.ts'
export {
  exportMemory,
  type ImportedFile,
  type ImportMemoryOptions,
  type ImportMemoryResult,
  importMemory,
} from './memory-import.ts'
export { type MergedFile, mergeFiles, mergeRules, type VersionedFile } from './memory-merge.ts'
export {
  type Concordance,
  type LookupLine,
  lookupInMemories,
  lookupLine,
  type MemoryStats,
  memoryStats,
  type SearchMemoriesOptions,
  searchMemories,
} from './memory-query.ts'
