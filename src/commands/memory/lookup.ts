import type { Match } from '../../model/index.ts'
import { plainText } from '../../model/index.ts'
import { escapeLine, toJson } from '../../text/escape.ts'
import { lookupLine, openLookups } from '../../workflow/memory.ts'
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
    const lookups = openLookups(opened.memories)
    try {
      const options = { ...languagePair(invocation, opened.project), threshold, limit: Math.floor(limit), by } as const
      const written: Promise<void>[] = []
      for await (const lines of queries(invocation)) {
        const before = written.at(-1)
        const now = lookups.ask(lines.map(query => ({ query, options }))).then(async answers => {
          await before
          for (const [i, query] of lines.entries()) invocation.write(shown(query, answers[i] ?? [], invocation))
        })
        // A failure is heard when it is waited for.
        now.catch(() => undefined)
        written.push(now)
        // The next lines are read while threads look these up.
        if (written.length > 1) await written.shift()
      }
      await written.at(-1)
    } finally {
      await lookups.close()
      await closeMemories(opened)
    }
    return 0
  },
}

/** The query given, or the lines of stdin as they come: whoever writes one line and waits gets its answer. */
async function* queries({ arguments: words }: Invocation): AsyncGenerator<readonly string[]> {
  const [query] = words
  if (query !== undefined) yield [query]
  else yield* arrivingLines(process.stdin)
}

async function* arrivingLines(stream: NodeJS.ReadStream): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines.map(withoutReturn)
  }
  if (rest !== '') yield [withoutReturn(rest)]
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

function shown(query: string, matches: readonly Match[], invocation: Invocation): string {
  return invocation.format === 'json'
    ? `${toJson(lookupLine(query, matches))}\n`
    : matchLines(query, matches, invocation)
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
