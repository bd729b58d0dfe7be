/** The page of a rule: from the docs of the package, or made of what the rule may say. */

import { checks } from '../checks/index.ts'
import { packageFile, readBytesIfAny } from '../io/index.ts'
import type { Messages } from '../messages/index.ts'
import { Failure, type Level, type RuleDescription, type RuleId } from '../model/index.ts'
import { nearest } from '../text/nearest.ts'
import { conversionLevels } from './conversion-losses.ts'
import { memoryRules } from './memory-check.ts'

export interface RulePage {
  readonly description: RuleDescription
  /** Markdown. */
  readonly page: string
}

/**
 * The page in the language of the messages, or in English where it is not translated. Rules about the form of a file, about
 * conversions and merges have no page of their own: theirs is made of their sentences.
 * @throws Failure `explain.unknown-rule`, `explain.unknown-rule-guess`
 */
export function rulePage(rule: string, messages: Messages): RulePage {
  // The id is one of ours, never what the user wrote: it is safe as a path.
  const id = [...Object.keys(checks), ...messages.rules()].find(known => known === rule)
  if (id === undefined || !isRuleId(id)) throw unknownRule(rule, messages)
  const description = descriptionOf(id)
  const bytes = pageBytes(id, `.${messages.language}`) ?? pageBytes(id, '')
  const page = bytes === undefined ? madePage(description, messages) : new TextDecoder().decode(bytes)
  return { description, page }
}

function isRuleId(id: string): id is RuleId {
  return id.includes('/')
}

function descriptionOf(id: RuleId): RuleDescription {
  const check = Object.entries(checks).find(([known]) => known === id)?.[1]
  const known = check?.description ?? memoryRules.find(rule => rule.id === id)
  return known ?? { id, level: levelOf(id), its: 'other', mqm: 'other' }
}

/** A file that breaks its standard is an error; what a conversion or a merge tells is at most a warning. */
function levelOf(id: RuleId): Level {
  const [family = '', name = ''] = id.split('/')
  if (family === 'convert') return conversionLevels.get(name) ?? 'warning'
  return family === 'merge' ? 'warning' : 'error'
}

const families = ['convert', 'merge', 'srx', 'tbx', 'tmx', 'xliff', 'xml'] as const

function madePage({ id, level, its, mqm }: RuleDescription, messages: Messages): string {
  const family = families.find(each => id.startsWith(`${each}/`))
  const title = messages.ruleTitle(id)
  const sentences = messages.ruleSentences(id)
  return [
    `# ${id}`,
    ...(title === id ? [] : [`${title}.`]),
    `| ${messages.report('explain.level')} | ITS 2.0 | MQM |\n|---|---|---|\n| ${level} | ${its} | ${mqm} |`,
    ...(family === undefined ? [] : [messages.report(`explain.family.${family}`)]),
    ...(sentences.length === 0
      ? []
      : [`## ${messages.report('explain.says')}`, sentences.map(each => `- ${each}`).join('\n')]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function pageBytes(id: string, suffix: string): Uint8Array | undefined {
  return readBytesIfAny(packageFile('docs', 'rules', `${id}${suffix}.md`))
}

function unknownRule(rule: string, messages: Messages): Failure {
  const guess = nearest(rule, [...Object.keys(checks), ...messages.rules()])
  return guess === undefined
    ? new Failure('explain.unknown-rule', { data: { rule } })
    : new Failure('explain.unknown-rule-guess', { data: { rule, guess } })
}
