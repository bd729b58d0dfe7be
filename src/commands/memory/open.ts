/** The memories a command works on: the one named with `--memory`, or those of the project. */

import { resolve } from 'node:path'
import { Failure, type Language, language } from '../../model/index.ts'
import { type OpenedMemory, openMemoryFile, openProjectMemories } from '../../workflow/memory.ts'
import { openProject, type Project } from '../../workflow/project.ts'
import type { Invocation, OptionShape } from '../command.ts'

export const memoryOption: OptionShape = { name: 'memory', value: 'FILE', summary: 'option.memory' }

export const languageOptions: readonly OptionShape[] = [
  { name: 'source-language', value: 'LANGUAGE', summary: 'option.source-language' },
  { name: 'target-language', value: 'LANGUAGE', summary: 'option.target-language' },
]

export interface OpenMemories {
  readonly memories: readonly OpenedMemory[]
  /** The project, where no memory is named. */
  readonly project: Project | undefined
}

/** Opens them; close each when done. */
export async function openMemories({ folder, option }: Invocation): Promise<OpenMemories> {
  const file = option('memory')
  if (file !== undefined) {
    const memory = await openMemoryFile(resolve(folder, file), { file })
    return { memories: [{ memory, file, priority: 0 }], project: undefined }
  }
  const project = openProject(folder)
  return { memories: await openProjectMemories(project), project }
}

export async function closeMemories({ memories }: OpenMemories): Promise<void> {
  for (const { memory } of memories) await memory.close()
}

/** Path of the memory that is written to: the one named, or the one of the project that learns. */
export function goalMemory({ folder, option }: Invocation): { readonly path: string; readonly file: string } {
  const named = option('memory')
  if (named !== undefined) return { path: resolve(folder, named), file: named }
  const project = openProject(folder)
  const learner = project.memories.find(({ learns }) => learns)
  if (learner === undefined) throw new Failure('memory.none-learns')
  return { path: resolve(project.root, learner.path), file: learner.path }
}

/**
 * Source and target language from the options or the project.
 * @throws Failure `usage.missing-option`
 */
export function languagePair(
  invocation: Invocation,
  project: Project | undefined,
): { readonly sourceLanguage: Language; readonly targetLanguage: Language } {
  const source = invocation.option('source-language')
  const target = invocation.option('target-language')
  const sourceLanguage = source === undefined ? project?.config.sourceLanguage : language(source)
  const targetLanguage = target === undefined ? onlyTarget(project) : language(target)
  if (sourceLanguage === undefined) throw missing('--source-language')
  if (targetLanguage === undefined) throw missing('--target-language')
  return { sourceLanguage, targetLanguage }
}

function onlyTarget(project: Project | undefined): Language | undefined {
  const targets = project?.config.targetLanguages ?? []
  return targets.length === 1 ? targets[0] : undefined
}

function missing(option: string): Failure {
  return new Failure('usage.missing-option', { data: { option } })
}
