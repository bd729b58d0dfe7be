/** The memories a project names: read for matches, and the one that learns written back. */

import { extname, join } from 'node:path'
import { readTmx, writeTmx } from '../formats/tmx/index.ts'
import { readBytes } from '../io/index.ts'
import { sqliteEngine } from '../memory/engines/sqlite.ts'
import { openMemory } from '../memory/index.ts'
import type { Language, TranslationUnit } from '../model/index.ts'
import { mergeLearned } from './learn.ts'
import type { FileReader, Project, ProjectMemory } from './project.ts'
import { updateFile } from './update-file.ts'

/** A memory of the project that is a text file, as it was read. */
export interface TextMemory {
  readonly path: string
  readonly bytes: Uint8Array
  readonly units: readonly TranslationUnit[]
}

/** Every text memory that is there, the best first. */
export function readTextMemories(project: Project, read: FileReader): readonly TextMemory[] {
  return byPriority(project.memories).flatMap(({ path }) => {
    if (extname(path) !== '.tmx') return []
    const bytes = read(path)
    return bytes === undefined ? [] : [{ path, bytes, units: readTmx(bytes, { file: path }).units }]
  })
}

/**
 * Units of a memory file named on the command line: TMX, or a store.
 * @throws Failure as the readers do
 */
export async function readMemoryFile(path: string, shown: string): Promise<readonly TranslationUnit[]> {
  if (extname(path) !== '.tmdb') return readTmx(readBytes(path), { file: shown }).units
  const memory = await openMemory({ engine: sqliteEngine(path) })
  const units = await Array.fromAsync(memory.units())
  await memory.close()
  return units
}

function byPriority(memories: readonly ProjectMemory[]): readonly ProjectMemory[] {
  return memories.toSorted((a, b) => b.priority - a.priority)
}

/**
 * Adds learned units to the memory that learns. Written only when there is something new; sorted, so that it merges.
 * @returns the paths written
 */
export function learnInto(project: Project, learned: readonly TranslationUnit[]): readonly string[] {
  const learner = project.memories.find(({ learns }) => learns)
  if (learner === undefined || learned.length === 0) return []
  const sourceLanguage: Language = project.config.sourceLanguage
  const isWritten = updateFile(join(project.root, learner.path), bytes => {
    const before = bytes === undefined ? [] : readTmx(bytes, { file: learner.path }).units
    const { units, changed } = mergeLearned(before, learned)
    return changed === 0 ? undefined : writeTmx(units, { sourceLanguage })
  })
  return isWritten ? [learner.path] : []
}
