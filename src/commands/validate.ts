import type { Finding } from '../model/index.ts'
import { validateFile } from '../workflow/validate.ts'
import type { Command } from './command.ts'
import { namedPath } from './files.ts'
import { failOnOption, printReport, reportFormats, reportOption } from './report.ts'

/** `tilmash validate`: files against their standards. */
export const validate: Command = {
  name: 'validate',
  summary: 'command.validate',
  arguments: [{ name: 'FILE', isRepeatable: true }],
  options: [failOnOption, reportOption],
  formats: reportFormats,
  run: async invocation => {
    const findings: Finding[] = invocation.arguments.flatMap(file =>
      validateFile(namedPath(invocation, file), { file }),
    )
    const units = invocation.arguments.length
    return printReport(invocation, { findings, rules: [], units, segments: units })
  },
}
