/** The commands; each is loaded when it is called. */

import type { Command } from './command.ts'

type Loader = () => Promise<Command>

// `as Loader` states the type for declarations made file by file; the compiler holds each function to it.

export const commands = {
  run: (async () => (await import('./run.ts')).run) as Loader,
  init: (async () => (await import('./init.ts')).init) as Loader,
  segment: (async () => (await import('./segment.ts')).segment) as Loader,
  align: (async () => (await import('./align.ts')).align) as Loader,
  sync: (async () => (await import('./sync.ts')).sync) as Loader,
  edit: (async () => (await import('./edit.ts')).edit) as Loader,
  leverage: (async () => (await import('./leverage.ts')).leverage) as Loader,
  check: (async () => (await import('./check.ts')).check) as Loader,
  status: (async () => (await import('./status.ts')).status) as Loader,
  'memory import': (async () => (await import('./memory/import.ts')).memoryImport) as Loader,
  'memory export': (async () => (await import('./memory/export.ts')).memoryExport) as Loader,
  'memory lookup': (async () => (await import('./memory/lookup.ts')).memoryLookup) as Loader,
  'memory search': (async () => (await import('./memory/search.ts')).memorySearch) as Loader,
  'memory stats': (async () => (await import('./memory/stats.ts')).memoryStatistics) as Loader,
  'memory check': (async () => (await import('./memory/check.ts')).memoryCheck) as Loader,
  'memory merge': (async () => (await import('./memory/merge.ts')).memoryMerge) as Loader,
  convert: (async () => (await import('./convert.ts')).convert) as Loader,
  export: (async () => (await import('./export.ts')).exportDocument) as Loader,
  merge: (async () => (await import('./merge.ts')).merge) as Loader,
  validate: (async () => (await import('./validate.ts')).validate) as Loader,
  explain: (async () => (await import('./explain.ts')).explain) as Loader,
} as const

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
