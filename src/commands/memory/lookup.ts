import { createInterface } from 'node:readline'
import type { Match } from '../../model/index.ts'
import { plainText } from '../../model/index.ts'
import { escapeLine, toJson } from '../../text/escape.ts'
import { lookupInMemories, lookupLine } from '../../workflow/memory.ts'
import type { Command, Invocation } from '../command.ts'
import { numberOption } from '../options.ts'
import { closeMemories, languageOptions, languagePair, memoryOption, openMemories } from './open.ts'

/** `tilmash memory lookup`: matches for one query, or for each line of stdin. */
export const memoryLookup: Command = {
  name: 'memory lookup',
  summary: 'command.memory-lookup',
  arguments: [{ name: 'QUERY', isOptional: true }],
  options: [
    memoryOption,
    ...languageOptions,
    { name: 'threshold', value: 'SCORE', summary: 'option.threshold' },
    { name: 'limit', value: 'N', summary: 'option.limit' },
    { name: 'by', value: 'SCORE', choices: ['mean', 'words'], summary: 'option.by' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const threshold = numberOption(invocation, 'threshold', { least: 0, most: 1, fallback: 0.7 })
    const limit = numberOption(invocation, 'limit', { least: 1, most: 1_000_000, fallback: 5 })
    const by = invocation.option('by') === 'words' ? 'words' : 'mean'
    const opened = await openMemories(invocation)
    try {
      const options = { ...languagePair(invocation, opened.project), threshold, limit: Math.floor(limit), by } as const
      for await (const query of queries(invocation)) {
        const matches = await lookupInMemories(opened.memories, query, options)
        invocation.write(
          invocation.format === 'json'
            ? `${toJson(lookupLine(query, matches))}\n`
            : matchLines(query, matches, invocation),
        )
      }
    } finally {
      await closeMemories(opened)
    }
    return 0
  },
}

async function* queries({ arguments: words }: Invocation): AsyncGenerator<string> {
  const [query] = words
  if (query !== undefined) yield query
  else yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
}

function matchLines(query: string, matches: readonly Match[], { messages }: Invocation): string {
  const head = escapeLine(query)
  if (matches.length === 0) return `${head}\n  ${messages.report('lookup.nothing')}\n`
  const lines = matches.map(({ score, kind, source, target, penalties }) => {
    const percent = `${Math.floor(score * 100)} %`.padStart(5)
    const taken = penalties.map(({ name, amount }) => `${name} −${Math.round(amount * 100)}`).join(', ')
    return `  ${percent} ${kind}${taken === '' ? '' : ` (${taken})`}\n        ${escapeLine(plainText(source))}\n        ${escapeLine(plainText(target))}`
  })
  return `${[head, ...lines].join('\n')}\n`
}
