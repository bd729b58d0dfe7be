import { resolve } from 'node:path'
import { replaceFile } from '../io/index.ts'
import { escapeLine, toJson } from '../text/escape.ts'
import { conversionGoals, convert as convertBytes } from '../workflow/convert.ts'
import type { Command, Invocation } from './command.ts'
import { readNamed } from './files.ts'
import { findingLine } from './report.ts'

/** `tilmash convert`: a file in another format; what the other cannot hold is said. */
export const convert: Command = {
  name: 'convert',
  summary: 'command.convert',
  arguments: [{ name: 'IN' }, { name: 'OUT' }],
  options: [
    { name: 'to', value: 'FORMAT', choices: conversionGoals, summary: 'option.to' },
    { name: 'source-language', value: 'LANGUAGE', summary: 'option.source-language' },
    { name: 'target-language', value: 'LANGUAGE', summary: 'option.target-language' },
    { name: 'source', value: 'FILE', summary: 'option.source-file' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const { arguments: words, option, folder, messages, format, write, warn } = invocation
    const [input = '', output = ''] = words
    const to = conversionGoals.find(goal => goal === option('to'))
    const { bytes, findings } = convertBytes(readNamed(invocation, input), {
      file: input,
      outputFile: output,
      ...(to !== undefined && { to }),
      ...languages(invocation),
    })
    replaceFile(resolve(folder, output), bytes)
    if (format === 'json') {
      const records = findings.map(finding => ({
        rule: finding.rule,
        level: finding.level,
        message: messages.finding(finding),
      }))
      write(`${toJson({ input, output, findings: records }, 2)}\n`)
    } else {
      for (const finding of findings) warn(findingLine(finding, messages))
      write(`${messages.report('sync.written', { files: escapeLine(output) })}\n`)
    }
    return 0
  },
}

function languages(invocation: Invocation): {
  readonly sourceLanguage?: string
  readonly targetLanguage?: string
  readonly source?: { readonly file: string; readonly bytes: Uint8Array }
} {
  const sourceLanguage = invocation.option('source-language')
  const targetLanguage = invocation.option('target-language')
  const source = invocation.option('source')
  return {
    ...(sourceLanguage !== undefined && { sourceLanguage }),
    ...(targetLanguage !== undefined && { targetLanguage }),
    ...(source !== undefined && { source: { file: source, bytes: readNamed(invocation, source) } }),
  }
}
