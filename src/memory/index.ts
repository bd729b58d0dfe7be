/** The memory: a store of translation units, and matches for a sentence. */

export * from './engine.ts'
export { ramEngine } from './engines/ram.ts'
export type { IndexFiles } from './indexes.ts'
export type { LookupOptions } from './lookup.ts'
export * from './match.ts'
export * from './memory.ts'
export type { FoundWords, SearchOptions } from './search.ts'
export * from './unit.ts'
