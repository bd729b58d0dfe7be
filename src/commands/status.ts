import { writeRow } from '../formats/csv/index.ts'
import { escapeLine, toJson } from '../text/escape.ts'
import { displayWidth } from '../text/width.ts'
import { type Analysis, analyzeDocument, type WeightedCount } from '../workflow/analyze.ts'
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
  formats: ['pretty', 'json', 'csv'],
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
        ...(analyses[index] && { bands: analyses[index].bands, total: analyses[index].total }),
      }))
      invocation.write(`${toJson({ documents: records }, 2)}\n`)
      return 0
    }
    if (invocation.format === 'csv') {
      invocation.write(invocation.flag('analyze') ? bandRows(documents, analyses) : statusRows(documents))
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
        const options = { targetLanguage: edition.language, rates: project.config.values.analysis.rates ?? {} }
        analyses.push(await analyzeDocument(edition.build(), memories, options))
      }
    }
    return analyses
  } finally {
    for (const { memory } of memories) await memory.close()
  }
}

/** A row for each band, and the total. */
function bandTable({ bands, total }: Analysis, { messages }: Invocation): string {
  const names = ['segments', 'words', 'characters', 'weighted'] as const
  const head = ['', '', ...names.map(name => messages.report(`status.${name}`))]
  const row = (name: string, count: WeightedCount): readonly string[] => [name, '', ...countCells(count)]
  const rows = Object.entries(bands).map(([band, count]) => row(band, count))
  return table([head, ...rows, row(messages.report('status.total'), total)])
}

function countCells({ segments, words, characters, weightedWords }: WeightedCount): readonly string[] {
  return [segments, words, characters, weightedWords].map(String)
}

/** Every band of every document and language, for spreadsheets: names that do not change with the UI language. */
function bandRows(documents: readonly EditionStatus[], analyses: readonly Analysis[]): string {
  const head = ['document', 'language', 'band', 'segments', 'words', 'characters', 'weightedWords']
  const rows = documents.flatMap(({ document, language }, index) =>
    Object.entries(analyses[index]?.bands ?? {}).map(([band, count]) => [
      document,
      language,
      band,
      ...countCells(count),
    ]),
  )
  return csv([head, ...rows])
}

function statusRows(documents: readonly EditionStatus[]): string {
  const states = ['initial', 'translated', 'reviewed', 'final', 'empty'] as const
  const rows = documents.map(each => [
    each.document,
    each.language,
    ...[each.units, each.segments, each.words, ...states.map(state => each.states[state])].map(String),
  ])
  return csv([['document', 'language', 'units', 'segments', 'words', ...states], ...rows])
}

function csv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => writeRow(row, ',')).join('')
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
