import { resolve } from 'node:path'
import { type Finding, language } from '../../model/index.ts'
import { checkMemory, memoryRules } from '../../workflow/memory.ts'
import { openProject } from '../../workflow/project.ts'
import type { Command, Invocation } from '../command.ts'
import { failOnOption, printReport, reportFormats, reportOption } from '../report.ts'
import { memoryOption } from './open.ts'

/** `tilmash memory check`: the hygiene of a memory. */
export const memoryCheck: Command = {
  name: 'memory check',
  summary: 'command.memory-check',
  arguments: [],
  options: [
    memoryOption,
    { name: 'source-language', value: 'LANGUAGE', summary: 'option.source-language' },
    failOnOption,
    reportOption,
  ],
  formats: reportFormats,
  run: async invocation => {
    const tag = invocation.option('source-language')
    const findings: Finding[] = []
    let units = 0
    for (const { path, file, source } of memoriesToCheck(invocation)) {
      const sourceLanguage = tag === undefined ? source : language(tag)
      const checked = await checkMemory(path, { file, ...(sourceLanguage !== undefined && { sourceLanguage }) })
      // A call takes its arguments from the stack: a memory has more findings than fit there.
      for (const finding of checked.findings) findings.push(finding)
      units += checked.units
    }
    return printReport(invocation, { findings, rules: memoryRules, units, segments: units })
  },
}

function memoriesToCheck({ folder, option }: Invocation) {
  const named = option('memory')
  if (named !== undefined) return [{ path: resolve(folder, named), file: named, source: undefined }]
  const { root, memories, config } = openProject(folder)
  return memories.map(({ path }) => ({ path: resolve(root, path), file: path, source: config.sourceLanguage }))
}
