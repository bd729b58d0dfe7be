import { resolve } from 'node:path'
import { replaceFile } from '../../io/index.ts'
import { mergeFiles, mergeRules } from '../../workflow/memory.ts'
import type { Command } from '../command.ts'
import { readNamed } from '../files.ts'
import { failOnOption, printReport, reportFormats } from '../report.ts'

/** `tilmash memory merge BASE OURS THEIRS`: a git merge driver; the result replaces OURS. */
export const memoryMerge: Command = {
  name: 'memory merge',
  summary: 'command.memory-merge',
  arguments: [{ name: 'BASE' }, { name: 'OURS' }, { name: 'THEIRS' }],
  options: [{ name: 'output', short: 'o', value: 'FILE', summary: 'option.output' }, failOnOption],
  formats: reportFormats,
  run: async invocation => {
    const [base, ours, theirs] = invocation.arguments.map(file => ({ bytes: readNamed(invocation, file), file }))
    if (base === undefined || ours === undefined || theirs === undefined)
      throw new RangeError('three files were counted')
    const { bytes, conflicts } = mergeFiles(base, ours, theirs)
    const output = invocation.option('output') ?? ours.file
    replaceFile(resolve(invocation.folder, output), bytes)
    return printReport(invocation, { findings: conflicts, rules: mergeRules, units: 0, segments: 0, written: [output] })
  },
}
