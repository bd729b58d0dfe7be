import { escapeLine, toJson } from '../text/escape.ts'
import { displayWidth } from '../text/width.ts'
import { openDocument } from '../workflow/editions.ts'
import { loadKnowledge } from '../workflow/knowledge.ts'
import { openProject, workingTree } from '../workflow/project.ts'
import { type EditionStatus, statusOf } from '../workflow/status.ts'
import type { Command, Invocation } from './command.ts'
import { syncWords } from './sync.ts'

/** `tilmash status`: how far each document is in each language. */
export const status: Command = {
  name: 'status',
  summary: 'command.status',
  arguments: [],
  options: [{ name: 'analyze', summary: 'option.analyze' }],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const project = openProject(invocation.folder)
    const read = workingTree(project)
    const knowledge = loadKnowledge(project, read)
    const words = await syncWords(project)
    const documents = project.documents.flatMap(document => {
      const open = openDocument(project, document, { read, knowledge, ...words })
      return open.editions.map(edition => statusOf(open, edition))
    })
    invocation.write(
      invocation.format === 'json' ? `${toJson({ documents }, 2)}\n` : statusTable(documents, invocation),
    )
    return 0
  },
}

/** A row for each document and language, and a bar of what is translated. */
function statusTable(documents: readonly EditionStatus[], { messages }: Invocation): string {
  const head = (['document', 'language', 'units', 'segments', 'words', 'translated', 'reviewed', 'empty'] as const).map(
    name => messages.report(`status.${name}`),
  )
  const rows = documents.map(({ document, language, units, segments, words, states }) => [
    escapeLine(document),
    language,
    String(units),
    String(segments),
    String(words),
    String(states.translated + states.reviewed + states.final),
    String(states.reviewed + states.final),
    String(states.empty),
  ])
  return table([head, ...rows])
}

/** Columns padded to their widest cell; numbers to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => displayWidth(row[column] ?? ''))))
  const lines = rows.map(row =>
    row
      .map((cell, column) => {
        const pad = ' '.repeat((widths[column] ?? 0) - displayWidth(cell))
        return column > 1 ? pad + cell : cell + pad
      })
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}
