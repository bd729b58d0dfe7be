import { readPlain } from '../formats/plain/index.ts'
import { type Profile, profiles } from '../segmenter/index.ts'
import { escapeLine, toJson } from '../text/escape.ts'
import { type Explained, readRulesFile, type SegmentedText, segmentText } from '../workflow/segment.ts'
import type { Command, Invocation } from './command.ts'
import { readNamed } from './files.ts'
import { neededLanguage } from './options.ts'

/** `tilmash segment`: a text cut into sentences. */
export const segment: Command = {
  name: 'segment',
  summary: 'command.segment',
  arguments: [{ name: 'FILE' }],
  options: [
    { name: 'language', value: 'LANGUAGE', summary: 'option.language' },
    { name: 'rules', value: 'FILE', summary: 'option.rules' },
    { name: 'profile', value: 'PROFILE', choices: profiles, summary: 'option.profile' },
    { name: 'explain', summary: 'option.explain' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const { arguments: words, option, flag, format, write } = invocation
    const [file = ''] = words
    const language = neededLanguage(invocation, 'language')
    const rules = option('rules')
    const profile = profiles.find(each => each === option('profile'))
    const { text } = readPlain(readNamed(invocation, file), { file })
    const result = segmentText(text, {
      language,
      explain: flag('explain'),
      ...(profile !== undefined && { profile: profile satisfies Profile }),
      ...(rules !== undefined && { rulesFile: readRulesFile(readNamed(invocation, rules), rules) }),
    })
    write(format === 'json' ? `${toJson(result, 2)}\n` : sentenceLines(result, invocation))
    return 0
  },
}

/** A sentence a line; with `--explain` the rule of each cut and veto below it. */
function sentenceLines({ segments, decisions = [] }: SegmentedText, { messages }: Invocation): string {
  let next = 0
  const lines = segments.flatMap(({ text, end }) => {
    const until = decisions.findIndex(({ at }, index) => index >= next && at > end)
    const own = decisions.slice(next, until < 0 ? undefined : until)
    next += own.length
    return [escapeLine(text), ...own.map(decision => `  ${decisionLine(decision, messages)}`)]
  })
  return lines.map(line => `${line}\n`).join('')
}

function decisionLine({ isBreak, rule, before, after }: Explained, messages: Invocation['messages']): string {
  const word = messages.report(isBreak ? 'segment.break' : 'segment.no-break')
  return escapeLine(`${word} ${rule}: …${before}|${after}…`)
}
