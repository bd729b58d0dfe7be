import { Failure, language, plainText } from '../../model/index.ts'
import { painter } from '../../reporters/index.ts'
import { escapeLine, toJson } from '../../text/escape.ts'
import { type Concordance, searchMemories } from '../../workflow/memory.ts'
import type { Command, Invocation } from '../command.ts'
import { numberOption } from '../options.ts'
import { closeMemories, memoryOption, openMemories } from './open.ts'

/** `tilmash memory search`: the concordance. */
export const memorySearch: Command = {
  name: 'memory search',
  summary: 'command.memory-search',
  arguments: [{ name: 'WORDS' }],
  options: [
    memoryOption,
    { name: 'language', value: 'LANGUAGE', summary: 'option.language' },
    { name: 'limit', value: 'N', summary: 'option.limit' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const limit = numberOption(invocation, 'limit', { least: 1, most: 100_000, fallback: 50 })
    const opened = await openMemories(invocation)
    try {
      const tag = invocation.option('language')
      const wanted = tag === undefined ? opened.project?.config.sourceLanguage : language(tag)
      if (wanted === undefined) throw new Failure('usage.missing-option', { data: { option: '--language' } })
      const found = await searchMemories(opened.memories, invocation.arguments[0] ?? '', { language: wanted, limit })
      if (invocation.format === 'json') invocation.write(`${toJson({ results: found.map(record) }, 2)}\n`)
      else for (const each of found) invocation.write(lines(each, invocation))
      if (found.length === 0 && invocation.format !== 'json')
        invocation.write(`${invocation.messages.report('lookup.nothing')}\n`)
    } finally {
      await closeMemories(opened)
    }
    return 0
  },
}

function record({ unit, language: found, spans, file }: Concordance): Record<string, unknown> {
  const texts = unit.variants.map(({ language: tag, content }) => [tag, plainText(content)])
  return { id: unit.id, file, language: found, spans, texts: Object.fromEntries(texts), origin: unit.origin ?? null }
}

/** The variant with the words marked, the others below it. */
function lines({ unit, language: found, spans }: Concordance, { hasColor }: Invocation): string {
  const paint = painter(hasColor)
  const rows = unit.variants.map(({ language: tag, content }) => {
    const text = plainText(content)
    return `${tag.padEnd(8)}${tag === found ? mark(text, spans, part => paint.bold(part)) : escapeLine(text)}`
  })
  return `${rows.join('\n')}\n\n`
}

function mark(text: string, spans: Concordance['spans'], bold: (part: string) => string): string {
  let end = 0
  let marked = ''
  for (const span of spans) {
    marked += escapeLine(text.slice(end, span.start)) + bold(escapeLine(text.slice(span.start, span.end)))
    end = span.end
  }
  return marked + escapeLine(text.slice(end))
}
