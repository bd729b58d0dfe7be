/** The commands; each is loaded when it is called. */

import type { Command } from './command.ts'

type Loader = () => Promise<Command>

export const commands = {
  run: async () => (await import('./run.ts')).run,
  init: async () => (await import('./init.ts')).init,
  segment: async () => (await import('./segment.ts')).segment,
  align: async () => (await import('./align.ts')).align,
  sync: async () => (await import('./sync.ts')).sync,
  edit: async () => (await import('./edit.ts')).edit,
  leverage: async () => (await import('./leverage.ts')).leverage,
  check: async () => (await import('./check.ts')).check,
  status: async () => (await import('./status.ts')).status,
  'memory import': async () => (await import('./memory/import.ts')).memoryImport,
  'memory export': async () => (await import('./memory/export.ts')).memoryExport,
  'memory lookup': async () => (await import('./memory/lookup.ts')).memoryLookup,
  'memory search': async () => (await import('./memory/search.ts')).memorySearch,
  'memory stats': async () => (await import('./memory/stats.ts')).memoryStats,
  'memory check': async () => (await import('./memory/check.ts')).memoryCheck,
  'memory merge': async () => (await import('./memory/merge.ts')).memoryMerge,
  convert: async () => (await import('./convert.ts')).convert,
  export: async () => (await import('./export.ts')).exportDocument,
  merge: async () => (await import('./merge.ts')).merge,
  validate: async () => (await import('./validate.ts')).validate,
  explain: async () => (await import('./explain.ts')).explain,
} as const satisfies Record<string, Loader>

export type CommandName = keyof typeof commands

/** The name at the head of `words`, and how many words it takes. */
export function findCommand(words: readonly string[]): { name: CommandName; length: number } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    if (words.length >= length && Object.hasOwn(commands, name)) {
      // Proof: hasOwn on the registry itself.
      return { name: name as CommandName, length }
    }
  }
  return undefined
}
