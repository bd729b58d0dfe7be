/** The page of a rule, from the docs of the package. */

import { checks } from '../checks/index.ts'
import { packageFile, readBytesIfAny } from '../io/index.ts'
import { Failure, type RuleDescription } from '../model/index.ts'
import { nearest } from '../text/nearest.ts'

export interface RulePage {
  readonly description: RuleDescription
  /** Markdown. */
  readonly page: string
}

/**
 * The page in the language asked for, or in English where it is not translated.
 * @throws Failure `explain.unknown-rule`, `explain.unknown-rule-guess`
 */
export function rulePage(rule: string, language: string): RulePage {
  const check = Object.entries(checks).find(([id]) => id === rule)?.[1]
  if (check === undefined) throw unknownRule(rule)
  const { description } = check
  // The id comes from our own registry, never from the user: it is safe as a path.
  const bytes = pageBytes(description.id, `.${language}`) ?? pageBytes(description.id, '')
  return { description, page: new TextDecoder().decode(bytes ?? new Uint8Array()) }
}

function pageBytes(id: string, suffix: string): Uint8Array | undefined {
  return readBytesIfAny(packageFile('docs', 'rules', `${id}${suffix}.md`))
}

function unknownRule(rule: string): Failure {
  const guess = nearest(rule, Object.keys(checks))
  return guess === undefined
    ? new Failure('explain.unknown-rule', { data: { rule } })
    : new Failure('explain.unknown-rule-guess', { data: { rule, guess } })
}
