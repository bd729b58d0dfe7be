/** PO of gettext as a document: a message is a unit, each plural form a unit of its own. */

import {
  Failure,
  type Language,
  language,
  type MetaGroup,
  type Note,
  plainText,
  type Segment,
  textContent,
  type Unit,
} from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { categoriesOf, type PluralCategory } from '../../text/plural-forms.ts'
import { decodeText } from '../plain/index.ts'
import type { Location, Reading, ReadingOptions } from '../reading.ts'
import { type PluralForm, pluralFormsOf } from './plural-header.ts'
import { offsetInString, type PoEntry, type PoString, scanEntries } from './scan.ts'

/**
 * Reads a catalogue. The source language is `X-Source-Language`, the option, or `en`; the target language is the header
 * `Language`, the option, or the file's name (`kk.po`).
 *
 * - A unit's id is the msgid, with its context before it (`menu|Open`); plural forms have `[n]` behind it and a `name` that
 *   ends in the plural category (`%d file_few`).
 * - Fuzzy messages are `initial` with the sub-state `gettext:fuzzy`.
 * @throws Failure `po.not-well-formed`, `plain.*`, with place.
 */
export function readPo(bytes: Uint8Array, options: ReadingOptions): Reading {
  const { file } = options
  const text = decodePo(bytes, file)
  const entries = scanEntries(text, file)
  const headers = headersOf(entries)
  const targetLanguage = targetOf(headers, options)
  const sourceLanguage =
    tryLanguage(headers.get('x-source-language')) ?? tryLanguage(options.sourceLanguage) ?? language('en')
  const declared = targetLanguage === undefined ? undefined : pluralFormsOf(headers.get('plural-forms'), targetLanguage)
  const places = new Map<
    Unit,
    { readonly source: PoString; readonly target: PoString | undefined; readonly entry: PoEntry }
  >()
  const units: Unit[] = []
  for (const entry of entries) {
    if (entry.id.text === '') continue
    const forms = entry.plural === undefined ? 1 : Math.max(1, entry.translations.length)
    const kinds = entry.plural === undefined ? [] : formsOf(forms, targetLanguage, declared)
    const isOnlyOther = kinds.length === 1 && kinds[0]?.category === 'other'
    for (let form = 0; form < forms; form++) {
      const kind = kinds[form]
      const isPlural = kind?.only !== 1 && (form > 0 || isOnlyOther)
      const source = isPlural ? (entry.plural ?? entry.id) : entry.id
      const unit = unitOf(entry, form, source, kind, targetLanguage !== undefined)
      places.set(unit, { source, target: entry.translations[form], entry })
      units.push(unit)
    }
  }
  const lines = lineIndex(text)
  const locate = ({ unit, segment, side = 'source', start = 0, end }: Location) => {
    const found = places.get(unit)
    if (found === undefined) return lines.place(file, { start: 0, end: 0 })
    const string = side === 'target' ? found.target : found.source
    if (segment === undefined || string === undefined) return lines.place(file, found.entry.span)
    const length = plainText(textContent(string.text)).length
    const from = offsetInString(text, string, start)
    const last = end === undefined ? length : end
    return lines.place(file, { start: from, end: Math.max(from, offsetInString(text, string, last)) })
  }
  return {
    document: {
      sourceLanguage,
      ...(targetLanguage === undefined ? {} : { targetLanguage }),
      files: [{ kind: 'file', id: 'f1', original: file, notes: [], children: units }],
    },
    findings: [],
    locate,
  }
}

/** Old catalogues name another character set in their header; it is read when the bytes are not UTF-8. */
function decodePo(bytes: Uint8Array, file: string): string {
  try {
    return decodeText(bytes, { file }).text
  } catch (failure) {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
    const charset = /Content-Type:[^"\n]*charset=([\w-]{1,40})/i.exec(head)?.[1]
    if (charset === undefined || !(failure instanceof Failure)) throw failure
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes)
    } catch {
      // RangeError: unknown set; TypeError: bytes it does not have. What was said of UTF-8 stands.
      throw failure
    }
  }
}

/** The msgstr of the empty msgid: `Name: value` lines. Names in lower case. */
function headersOf(entries: readonly PoEntry[]): ReadonlyMap<string, string> {
  const header = entries.find(entry => entry.id.text === '' && entry.context === undefined)
  const lines = (header?.translations[0]?.text ?? '').split('\n')
  return new Map(
    lines.flatMap(line => {
      const colon = line.indexOf(':')
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
    }),
  )
}

function targetOf(headers: ReadonlyMap<string, string>, options: ReadingOptions): Language | undefined {
  const name = options.file.split(/[\\/]/).at(-1) ?? ''
  const fromName = /(?:^|[._-])([a-z]{2,3}(?:[_-][A-Za-z]{2,4})?)\.po$/.exec(name)?.[1]
  return tryLanguage(headers.get('language')) ?? tryLanguage(options.targetLanguage) ?? tryLanguage(fromName)
}

function tryLanguage(tag: string | undefined): Language | undefined {
  // Old headers say "Russian": no language has a subtag of more than three letters.
  if (tag === undefined || !/^\s*[A-Za-z]{2,3}(?![A-Za-z])/.test(tag)) return undefined
  try {
    // gettext writes `kk_KZ.UTF-8`, `uz@latin`.
    return language(
      tag
        .trim()
        .replace(/[.@].*$/, '')
        .replaceAll('_', '-'),
    )
  } catch {
    // Failure `language.invalid-tag`: as if there were none.
    return undefined
  }
}

/**
 * The forms as the header declares them. Without it, categories in the order of gettext, where their number is that of CLDR;
 * Russian has no form `other` there.
 */
function formsOf(
  forms: number,
  target: Language | undefined,
  declared: readonly PluralForm[] | undefined,
): readonly PluralForm[] {
  if (declared?.length === forms) return declared
  return categoriesInOrder(forms, target).map(category => ({ category, only: undefined }))
}

function categoriesInOrder(forms: number, target: Language | undefined): readonly PluralCategory[] {
  if (target === undefined) return []
  const categories = categoriesOf(target)
  if (forms === 1) return ['other']
  if (forms === categories.length) return categories
  return forms === categories.length - 1 ? categories.filter(category => category !== 'other') : []
}

function unitOf(
  entry: PoEntry,
  form: number,
  source: PoString,
  kind: PluralForm | undefined,
  isBilingual: boolean,
): Unit {
  const { context, id: message, plural, translations } = entry
  const { translator, extracted, references, flags } = entry.comments
  const key = context === undefined ? message.text : `${context.text}|${message.text}`
  const meta = [
    ...(context === undefined ? [] : [{ type: 'context', value: context.text }]),
    ...(references === '' ? [] : [{ type: 'reference', value: references }]),
    ...(flags.length === 0 ? [] : [{ type: 'flags', value: flags.join(', ') }]),
    ...(plural === undefined ? [] : [{ type: 'plural', value: `${form}/${translations.length}` }]),
    ...(kind?.only === undefined ? [] : [{ type: 'plural-only', value: String(kind.only) }]),
  ]
  const metadata: readonly MetaGroup[] = meta.length === 0 ? [] : [{ category: 'gettext', meta }]
  const notes: Note[] = []
  if (translator !== '') notes.push({ text: translator, category: 'translator' })
  if (extracted !== '') notes.push({ text: extracted, category: 'developer', appliesTo: 'source' })
  return {
    kind: 'unit',
    id: plural === undefined ? key : `${key}[${form}]`,
    ...(kind?.category === undefined ? {} : { name: `${key}_${kind.category}` }),
    translate: true,
    canResegment: false,
    preserveSpace: true,
    notes,
    candidates: [],
    metadata,
    parts: [segmentOf(source, translations[form], flags.includes('fuzzy'), isBilingual)],
  }
}

function segmentOf(
  source: PoString,
  translation: PoString | undefined,
  isFuzzy: boolean,
  isBilingual: boolean,
): Segment {
  const common = { kind: 'segment', id: 's1', source: textContent(source.text) } as const
  if (!isBilingual || translation === undefined || translation.text === '') return { ...common, state: 'initial' }
  const target = textContent(translation.text)
  return isFuzzy
    ? { ...common, target, state: 'initial', subState: 'gettext:fuzzy' }
    : { ...common, target, state: 'translated' }
}
