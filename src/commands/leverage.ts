import { extname, resolve } from 'node:path'
import { escapeLine, toJson } from '../text/escape.ts'
import { type LeveragedFile, leverageFile } from '../workflow/leverage-file.ts'
import { findDocuments, type Project } from '../workflow/project.ts'
import type { Command, Invocation } from './command.ts'
import { closeMemories, memoryOption, openMemories } from './memory/open.ts'
import { numberOption } from './options.ts'
import { progressLine } from './progress.ts'

/** `tilmash leverage`: fills empty targets from the memories. */
export const leverage: Command = {
  name: 'leverage',
  summary: 'command.leverage',
  arguments: [{ name: 'DOCUMENT', isOptional: true, isRepeatable: true }],
  options: [
    memoryOption,
    { name: 'threshold', value: 'SCORE', summary: 'option.threshold' },
    { name: 'limit', value: 'N', summary: 'option.limit' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const threshold = numberOption(invocation, 'threshold', { least: 0, most: 1, fallback: 0.7 })
    const limit = Math.floor(numberOption(invocation, 'limit', { least: 1, most: 1000, fallback: 5 }))
    const opened = await openMemories(invocation)
    const progress = progressLine(invocation)
    try {
      const files: LeveragedFile[] = []
      for (const { path, shown } of filesOf(invocation, opened.project)) {
        const onProgress = (count: number, share: number): void =>
          progress.showShare({ count, share }, () => invocation.messages.report('leverage.progress', { count }))
        files.push(await leverageFile(path, shown, opened.memories, { threshold, limit, onProgress }))
      }
      progress.end()
      invocation.write(invocation.format === 'json' ? `${toJson({ files }, 2)}\n` : lines(files, invocation))
    } finally {
      progress.end()
      await closeMemories(opened)
    }
    return 0
  },
}

/** Bilingual files as named, and those of the documents named, or of all. */
function filesOf(
  { arguments: words, folder }: Invocation,
  project: Project | undefined,
): readonly { path: string; shown: string }[] {
  const isFile = (name: string): boolean =>
    ['.xlf', '.xliff', '.sdlxliff', '.mxliff', '.mqxliff'].includes(extname(name).toLowerCase())
  const named = words.filter(isFile).map(name => ({ path: resolve(folder, name), shown: name }))
  const documents = words.filter(name => !isFile(name))
  if (project === undefined || (named.length > 0 && documents.length === 0)) return named
  const own = findDocuments(project, documents, folder).flatMap(document =>
    project.config.targetLanguages.map(language => document.xliff(language)),
  )
  return [...named, ...own.map(path => ({ path: resolve(project.root, path), shown: path }))]
}

function lines(files: readonly LeveragedFile[], { messages }: Invocation): string {
  return files
    .map(({ file, bands, filled, offered }) => {
      const counts = Object.entries(bands).filter(([, count]) => count > 0)
      const list = counts.map(([band, count]) => `${band}: ${count}`).join(', ')
      return `${escapeLine(file)}: ${messages.report('leverage.done', { filled, offered })}${list === '' ? '' : ` (${list})`}\n`
    })
    .join('')
}
