/** The only place that turns a key into a sentence. Sentences live in `locales/<language>/<namespace>.json`. */

import type { Failure, Finding, MessageData } from '../model/index.ts'
import { formatPlace } from '../model/index.ts'
import { escapeLine } from '../text/escape.ts'
import { type CliKey, createTranslator, type ReportKey } from './i18next.ts'
import type { UiLanguage } from './languages.ts'

export type { CliKey, ReportKey } from './i18next.ts'
export { type UiLanguage, uiLanguageFrom, uiLanguages } from './languages.ts'

/** All sentences in one language. Values are shown as they are: never interpolated again, never nested. */
export interface Messages {
  readonly language: UiLanguage
  /** Words of the command line: help, summaries. */
  cli(key: CliKey, data?: MessageData): string
  /** Words of the reports. */
  report(key: ReportKey, data?: MessageData): string
  /** The sentence of a failure, without its place. */
  failure(failure: Failure): string
  /** What a rule is about, in one short line; the id where no line is written. */
  ruleTitle(rule: string): string
  /** All that a rule may say, with `…` for what differs from case to case; none for a rule that is not known. */
  ruleSentences(rule: string): readonly string[]
  /** Every rule that has a sentence. */
  rules(): readonly string[]
  /** The sentence of a finding. */
  finding(finding: Pick<Finding, 'rule' | 'variant' | 'data'>): string
}

/** Loads the sentences of one language. */
export async function loadMessages(language: UiLanguage): Promise<Messages> {
  const { translate, raw } = await createTranslator(language)
  return {
    language,
    cli: (key, data) => translate(['cli'], key, data),
    report: (key, data) => translate(['report'], key, data),
    failure: ({ code, data }) => translate(['errors'], code, data),
    ruleTitle: rule => {
      const title = translate(['rules', 'formats'], `${rule}:title`)
      return title === `${rule}:title` ? rule : title
    },
    ruleSentences(rule) {
      const said = ruleNamespaces.flatMap(namespace =>
        Object.entries(raw(namespace)).filter(([key]) => ruleOf(key) === rule && !key.endsWith(':title')),
      )
      return [...new Set(said.map(([, sentence]) => sentence.replaceAll(/\{\{\w+\}\}/g, '…')))]
    },
    rules: () => [...new Set(ruleNamespaces.flatMap(namespace => Object.keys(raw(namespace)).map(ruleOf)))].toSorted(),
    finding({ rule, variant, data }) {
      const key = variant === undefined ? rule : `${rule}:${variant}`
      const sentence = translate(['rules', 'formats'], key, data)
      // A variant may be the code of a failure that was made a finding.
      return sentence === key && variant !== undefined ? translate(['errors'], variant, data) : sentence
    },
  }
}

const ruleNamespaces = ['rules', 'formats'] as const

/** `family/name` of a key; its variant and plural form follow behind `:` and `_`. */
function ruleOf(key: string): string {
  return key.replace(/[:_].*$/, '')
}

/** `file:line:column: message`, the one line on stderr; safe for a terminal. */
export function failureLine(failure: Failure, messages: Messages): string {
  const sentence = escapeLine(messages.failure(failure))
  return failure.place === undefined ? `tilmash: ${sentence}` : `${escapeLine(formatPlace(failure.place))}: ${sentence}`
}
