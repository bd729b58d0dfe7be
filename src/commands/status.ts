import { escapeLine, toJson } from '../text/escape.ts'
import { displayWidth } from '../text/width.ts'
import { type Analysis, analyzeDocument, type BandCount } from '../workflow/analyze.ts'
import { type OpenDocument, openDocument } from '../workflow/editions.ts'
import { loadKnowledge } from '../workflow/knowledge.ts'
import { openProjectMemories } from '../workflow/memory.ts'
import { openProject, type Project, workingTree } from '../workflow/project.ts'
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
    const opened = project.documents.map(document => openDocument(project, document, { read, knowledge, ...words }))
    const documents = opened.flatMap(open => open.editions.map(edition => statusOf(open, edition)))
    const analyses = invocation.flag('analyze') ? await analyze(project, opened) : []
    if (invocation.format === 'json') {
      const records = documents.map((each, index) => ({
        ...each,
        ...(analyses[index] && { bands: analyses[index].bands }),
      }))
      invocation.write(`${toJson({ documents: records }, 2)}\n`)
      return 0
    }
    invocation.write(statusTable(documents, invocation))
    for (const [index, { document, language }] of documents.entries()) {
      const analysis = analyses[index]
      if (analysis !== undefined) {
        invocation.write(`\n${escapeLine(document)} · ${language}\n${bandTable(analysis, invocation)}`)
      }
    }
    return 0
  },
}

/** Match bands of every edition, in the order of the status. */
async function analyze(project: Project, opened: readonly OpenDocument[]): Promise<readonly Analysis[]> {
  const memories = await openProjectMemories(project)
  try {
    const analyses: Analysis[] = []
    for (const { editions } of opened) {
      for (const edition of editions) {
        analyses.push(await analyzeDocument(edition.build(), memories, { targetLanguage: edition.language }))
      }
    }
    return analyses
  } finally {
    for (const { memory } of memories) await memory.close()
  }
}

/** A row for each band, and the total. */
function bandTable({ bands, total, weightedWords }: Analysis, { messages }: Invocation): string {
  const head = ['', ''].concat(
    (['segments', 'words', 'characters'] as const).map(name => messages.report(`status.${name}`)),
  )
  const row = (name: string, { segments, words, characters }: BandCount): readonly string[] => [
    name,
    '',
    String(segments),
    String(words),
    String(characters),
  ]
  const rows = Object.entries(bands).map(([band, count]) => row(band, count))
  const weighted = [messages.report('status.weighted'), '', '', String(Math.round(weightedWords)), '']
  return table([head, ...rows, row(messages.report('status.total'), total), weighted])
}

/** A row for each document and language. */
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
