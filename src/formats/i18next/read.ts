/** i18next JSON as a document: the file of a language, and the file of the source beside it where there is one. */

import {
  Failure,
  type Group,
  type Language,
  language,
  type Segment,
  type Span,
  textContent,
  type Unit,
} from '../../model/index.ts'
import { lineIndex } from '../../text/lines.ts'
import { categoriesOf, splitPluralKey } from '../../text/plural-forms.ts'
import type { Location, Reading, ReadingOptions } from '../reading.ts'
import { type I18nextEntry, offsetInJsonString, pathId, readEntries } from './entries.ts'

/**
 * With `sourceBytes` a bilingual document: every key of either file is a unit. A plural form that only the target has
 * (`item_few`) is paired with the source's same or `other` form; a form the target language lacks is left out.
 * Without them a document of one language.
 * @throws Failure `i18next.*`, `json.*`, `plain.*`, `language.invalid-tag`, with place.
 */
export function readI18next(bytes: Uint8Array, options: ReadingOptions): Reading {
  const { file, sourceBytes } = options
  const own = readEntries(bytes, file)
  const isBilingual = sourceBytes !== undefined
  const ownLanguage = languageOf(isBilingual ? options.targetLanguage : options.sourceLanguage, file)
  const sourceLanguage = isBilingual ? language(options.sourceLanguage ?? 'en') : ownLanguage
  const sources = isBilingual ? readEntries(sourceBytes, options.sourceFile ?? file).entries : own.entries
  const pairs = isBilingual
    ? pairUp(sources, own.entries, ownLanguage)
    : own.entries.map(entry => ({ path: entry.path, source: entry }))
  const places = new Map<Unit, Pairing>()
  const units = pairs.map(pair => {
    const unit = unitOf(pair, isBilingual)
    places.set(unit, pair)
    return { path: pair.path, unit }
  })
  const lines = lineIndex(own.text)
  const locate = ({ unit, segment, side = 'source', start = 0, end }: Location) => {
    const pair = places.get(unit)
    const entry = isBilingual ? pair?.target : pair?.source
    if (entry === undefined) return lines.place(file, parentSpan(own.entries, pair?.path ?? []) ?? { start: 0, end: 0 })
    if (segment === undefined) return lines.place(file, entry.keySpan)
    // The source stands in another file: the whole target is meant.
    if (isBilingual && side === 'source') return lines.place(file, entry.span)
    const from = offsetInJsonString(own.text, entry.span, start)
    const to = end === undefined ? entry.span.end - 1 : offsetInJsonString(own.text, entry.span, end)
    return lines.place(file, { start: from, end: Math.max(from, to) })
  }
  return {
    document: {
      sourceLanguage,
      ...(isBilingual ? { targetLanguage: ownLanguage } : {}),
      files: [{ kind: 'file', id: 'f1', original: file, notes: [], children: nest(units, []) }],
    },
    findings: [],
    locate,
  }
}

/** Language named by a path: `locales/ru/common.json`, `ru.json`, `common.kk-KZ.json`; the last part that is a tag. */
export function languageOfPath(file: string): Language | undefined {
  const parts = file.replace(/\.json$/i, '').split(/[\\/.]/)
  for (const part of parts.toReversed()) {
    // Three letters alone are names of folders: `src`, `lib`, `app`.
    if (!/^[a-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2}$/.test(part) || /^[a-z]{3}$/.test(part)) continue
    try {
      return language(part.replaceAll('_', '-'))
    } catch {
      // Failure `language.invalid-tag`: a name of another kind.
    }
  }
  return undefined
}

interface Pairing {
  readonly path: readonly string[]
  readonly source?: I18nextEntry
  readonly target?: I18nextEntry
}

function languageOf(tag: string | undefined, file: string): Language {
  if (tag !== undefined) return language(tag)
  const found = languageOfPath(file)
  if (found === undefined)
    throw new Failure('i18next.no-language', {
      place: { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    })
  return found
}

function pairUp(
  sources: readonly I18nextEntry[],
  targets: readonly I18nextEntry[],
  target: Language,
): readonly Pairing[] {
  const targetById = new Map(targets.map(entry => [pathId(entry.path), entry]))
  const sourceById = new Map(sources.map(entry => [pathId(entry.path), entry]))
  const sourceForms = pluralForms(sources)
  const targetForms = pluralForms(targets)
  const isForeignForm = foreignForms(target)
  const used = new Set<string>()
  const pairs: Pairing[] = []
  for (const source of sources) {
    const id = pathId(source.path)
    const entry = targetById.get(id)
    if (entry === undefined && isForeignForm(id)) continue
    used.add(id)
    pairs.push({ path: source.path, source, ...(entry === undefined ? {} : { target: entry }) })
    // The other forms of the target follow the last form of the source.
    const own = stem(id)
    if (own === undefined || sourceForms.get(own)?.at(-1) !== source) continue
    for (const extra of targetForms.get(own) ?? []) {
      const extraId = pathId(extra.path)
      if (used.has(extraId) || sourceById.has(extraId)) continue
      used.add(extraId)
      pairs.push({ path: extra.path, source: sourceById.get(otherForm(extraId)) ?? source, target: extra })
    }
  }
  for (const entry of targets) {
    if (!used.has(pathId(entry.path))) pairs.push({ path: entry.path, target: entry })
  }
  return pairs
}

/** Tells plural forms that a language does not use, as `item_one` in Japanese. */
function foreignForms(target: Language): (id: string) => boolean {
  const cardinal = new Set<string>(categoriesOf(target))
  const ordinal = new Set<string>(categoriesOf(target, 'ordinal'))
  return id => {
    const split = splitPluralKey(id)
    return split !== undefined && !(split.ordinal ? ordinal : cardinal).has(split.category)
  }
}

function stem(id: string): string | undefined {
  const split = splitPluralKey(id)
  return split && `${split.base}\n${split.ordinal}`
}

/** Entries that are plural forms, by the stem they share. */
function pluralForms(entries: readonly I18nextEntry[]): ReadonlyMap<string, readonly I18nextEntry[]> {
  const forms = new Map<string, I18nextEntry[]>()
  for (const entry of entries) {
    const own = stem(pathId(entry.path))
    if (own === undefined) continue
    const list = forms.get(own)
    if (list === undefined) forms.set(own, [entry])
    else list.push(entry)
  }
  return forms
}

function otherForm(id: string): string {
  return id.replace(/_[a-z]+$/, '_other')
}

function unitOf({ path, source, target }: Pairing, isBilingual: boolean): Unit {
  const common = { kind: 'segment', id: 's1', source: textContent(source?.text ?? '') } as const
  const segment: Segment =
    !isBilingual || target === undefined
      ? { ...common, state: 'initial' }
      : { ...common, target: textContent(target.text), state: 'translated' }
  return {
    kind: 'unit',
    id: pathId(path),
    translate: true,
    canResegment: false,
    preserveSpace: true,
    notes: [],
    candidates: [],
    metadata: [],
    parts: [source === undefined ? { ...segment, subState: 'tilmash:extra' } : segment],
  }
}

interface PathUnit {
  readonly path: readonly string[]
  readonly unit: Unit
}

/** Nested objects are groups; members of one object that stand apart in the two files are joined. */
function nest(units: readonly PathUnit[], prefix: readonly string[]): readonly (Group | Unit)[] {
  const children: (Group | Unit | readonly PathUnit[])[] = []
  const groups = new Map<string, PathUnit[]>()
  for (const each of units) {
    const key = each.path[prefix.length] ?? ''
    if (each.path.length === prefix.length + 1) {
      children.push(each.unit)
      continue
    }
    const group = groups.get(key)
    if (group !== undefined) group.push(each)
    else {
      const members = [each]
      groups.set(key, members)
      children.push(members)
    }
  }
  return children.map(child => {
    if ('kind' in child) return child
    const path = [...prefix, child[0]?.path[prefix.length] ?? '']
    return { kind: 'group', id: pathId(path), name: path.at(-1) ?? '', notes: [], children: nest(child, path) }
  })
}

/** The key of the nearest entry with the longest common path: where a missing key would stand. */
function parentSpan(entries: readonly I18nextEntry[], path: readonly string[]): Span | undefined {
  for (let depth = path.length - 1; depth > 0; depth--) {
    const found = entries.findLast(entry => path.slice(0, depth).every((key, i) => entry.path[i] === key))
    if (found !== undefined) return found.keySpan
  }
  return undefined
}
