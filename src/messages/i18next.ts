/** The door to i18next: flat keys, plural forms, no escaping (each medium escapes for itself), no nesting from values. */

import { createInstance } from 'i18next'
import type cli from '../../locales/en/cli.json'
import type report from '../../locales/en/report.json'
import type { MessageData } from '../model/index.ts'
import type { UiLanguage } from './languages.ts'

/** A key without its plural form: `segments_one`, `segments_other` are asked for as `segments`. */
type Base<Key> = Key extends `${infer Name}_${'one' | 'other'}` ? Name : Key

export type CliKey = Base<keyof typeof cli>
export type ReportKey = Base<keyof typeof report>

/** Finds `key` in the first namespace that has it. An unknown key is returned as it is. */
export type Translate = (namespaces: readonly string[], key: string, data?: MessageData) => string

type Sentences = Record<string, Record<string, string>>

const loaders: Record<UiLanguage, () => Promise<{ sentences: Sentences }>> = {
  en: () => import('./sentences-en.ts'),
  ru: () => import('./sentences-ru.ts'),
  kk: () => import('./sentences-kk.ts'),
}

export interface Translator {
  readonly translate: Translate
  /** The sentences of a namespace as they are written, by key. */
  raw(namespace: string): Readonly<Record<string, string>>
}

export async function createTranslator(language: UiLanguage): Promise<Translator> {
  const { sentences } = await loaders[language]()
  const instance = createInstance()
  await instance.init({
    lng: language,
    resources: { [language]: sentences },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    initAsync: false,
  })
  return {
    translate: (namespaces, key, data) => instance.t(key, { ...data, ns: namespaces, nest: false, lng: language }),
    raw: namespace => sentences[namespace] ?? {},
  }
}
