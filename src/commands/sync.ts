import { loadMessages, uiLanguages } from '../messages/index.ts'
import { escapeLine, toJson } from '../text/escape.ts'
import { findDocuments, openProject, type Project } from '../workflow/project.ts'
import { type SyncOptions, type SyncResult, syncProject } from '../workflow/sync.ts'
import type { Command, Invocation } from './command.ts'
import { progressLine } from './progress.ts'

/** `tilmash sync`: brings the bilingual files up to date. */
export const sync: Command = {
  name: 'sync',
  summary: 'command.sync',
  arguments: [{ name: 'DOCUMENT', isOptional: true, isRepeatable: true }],
  options: [{ name: 'take', value: 'SIDE', choices: ['text', 'xliff'], summary: 'option.take' }],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const project = openProject(invocation.folder)
    const documents = findDocuments(project, invocation.arguments, invocation.folder)
    const take = (['text', 'xliff'] as const).find(side => side === invocation.option('take'))
    const progress = progressLine(invocation)
    const onDocument = (number: number, of: number): void =>
      progress.show(invocation.messages.report('progress.documents', { number, of }))
    const words = await syncWords(project)
    const result = await syncProject(project, { ...words, documents, take, onDocument }).finally(() => progress.end())
    if (invocation.format === 'json') invocation.write(`${toJson({ documents: result.documents }, 2)}\n`)
    else invocation.write(syncTable(result, invocation))
    return 0
  },
}

/** The words that `sync` writes into files, in the language of the source where we speak it. */
export async function syncWords(project: Project): Promise<Pick<SyncOptions, 'sourceWas'>> {
  const { sourceLanguage } = project.config
  const messages = await loadMessages(uiLanguages.find(language => language === sourceLanguage) ?? 'en')
  return { sourceWas: base => messages.report('source-was', { base }) }
}

/** A line for each bilingual file: what happened to its segments. */
export function syncTable({ documents, written }: SyncResult, { messages }: Pick<Invocation, 'messages'>): string {
  const lines = documents.map(({ file, kept, changed, added, removed, split, merged }) => {
    const parts = [messages.report('sync.kept', { count: kept })]
    for (const [name, count] of Object.entries({ changed, added, removed, split, merged } as const)) {
      // Proof: the keys of the object literal are the names of these sentences.
      if (count > 0) parts.push(messages.report(`sync.${name as 'changed'}`, { count }))
    }
    return `${escapeLine(file)}: ${parts.join(', ')}`
  })
  const end =
    written.length === 0
      ? messages.report('sync.nothing')
      : messages.report('sync.written', { files: written.map(escapeLine).join(', ') })
  return `${[...lines, end].join('\n')}\n`
}
