/** The memory: a store of translation units, and matches for a sentence. */

export * from './engine.ts'
export { ramEngine } from './engines/ram.ts'
export * from './match.ts'
export * from './memory.ts'
export * from './unit.ts'
