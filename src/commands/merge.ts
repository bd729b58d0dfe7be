import { resolve } from 'node:path'
import { readBytes } from '../io/index.ts'
import { mergeReturned } from '../workflow/merge.ts'
import { openProject } from '../workflow/project.ts'
import type { Command } from './command.ts'
import { failOnOption, printReport } from './report.ts'

/** `tilmash merge`: brings a translator's files back. */
export const merge: Command = {
  name: 'merge',
  summary: 'command.merge',
  arguments: [{ name: 'FILE', isRepeatable: true }],
  options: [failOnOption],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const project = openProject(invocation.folder)
    const results = invocation.arguments.map(name =>
      mergeReturned(project, readBytes(resolve(invocation.folder, name)), name),
    )
    const counted = results.reduce((sum, { merged, unchanged }) => sum + merged + unchanged, 0)
    return printReport(invocation, {
      findings: results.flatMap(({ findings }) => findings),
      rules: [],
      units: counted,
      segments: counted,
      written: results.flatMap(({ file, isWritten }) => (isWritten ? [file] : [])),
    })
  },
}
