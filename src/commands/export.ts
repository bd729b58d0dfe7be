import { resolve } from 'node:path'
import { xliffVersions } from '../formats/xliff/index.ts'
import { replaceFile } from '../io/index.ts'
import { Failure, type Finding } from '../model/index.ts'
import { toJson } from '../text/escape.ts'
import { openDocument } from '../workflow/editions.ts'
import { editionOf, exportText, exportXliff } from '../workflow/export-document.ts'
import { loadKnowledge } from '../workflow/knowledge.ts'
import { findDocuments, openProject, workingTree } from '../workflow/project.ts'
import type { Command } from './command.ts'
import { needed, neededLanguage } from './options.ts'
import { findingLine } from './report.ts'
import { syncWords } from './sync.ts'

/** `tilmash export`: a document out of the project. */
export const exportDocument: Command = {
  name: 'export',
  summary: 'command.export',
  arguments: [{ name: 'DOCUMENT' }],
  options: [
    { name: 'language', value: 'LANGUAGE', summary: 'option.language' },
    {
      name: 'to',
      value: 'FORMAT',
      choices: ['text', ...xliffVersions.map(version => `xliff-${version}`), 'tmx', 'csv'],
      summary: 'option.to',
    },
    { name: 'output', short: 'o', value: 'FILE', summary: 'option.output' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const { folder, arguments: words, option, messages, format, write, tell, warn } = invocation
    const language = neededLanguage(invocation, 'language')
    const to = needed(invocation, 'to')
    const project = openProject(folder)
    const read = workingTree(project)
    const [document] = findDocuments(project, words, folder)
    if (document === undefined) throw new Failure('usage.missing-argument', { data: { argument: 'DOCUMENT' } })
    const knowledge = loadKnowledge(project, read)
    const open = openDocument(project, document, { read, knowledge, ...(await syncWords(project)) })
    const edition = editionOf(open, language)
    let bytes: Uint8Array
    let findings: readonly Finding[] = []
    if (to === 'text') {
      const text = exportText(open, edition)
      if (text.untranslated > 0) warn(messages.report('export.untranslated', { count: text.untranslated }))
      bytes = text.bytes
    } else if (to.startsWith('xliff-')) {
      const version = xliffVersions.find(each => `xliff-${each}` === to)
      ;({ bytes, findings } = exportXliff(edition, version ?? '2.1'))
    } else {
      const { convert } = await import('../workflow/convert.ts')
      const goal = to === 'tmx' ? 'tmx' : 'csv'
      ;({ bytes, findings } = convert(edition.bytes ?? new Uint8Array(), { file: edition.path, to: goal }))
    }
    for (const finding of findings) warn(findingLine(finding, messages))
    const output = option('output')
    if (output === undefined) {
      write(new TextDecoder().decode(bytes))
      return 0
    }
    replaceFile(resolve(folder, output), bytes)
    if (format === 'json') write(`${toJson({ document: document.source, language, to, output }, 2)}\n`)
    else tell(`${messages.report('sync.written', { files: output })}\n`)
    return 0
  },
}
