/**
 * The core lexicon: words of English, Russian and Kazakh that usually translate each other, as concepts that know no
 * language. Two words correspond when they share a concept, so that any two of the languages can be compared.
 */

import { baseLanguage, type Language } from '../model/index.ts'
import { kazakhToLatin } from '../text/transliterate.ts'
import { foldWord, isInitialism } from '../text/words.ts'
import { type CoreTable, coreTables, linesOf } from './core-entries.ts'
import { englishLemmas } from './english-forms.ts'

/** Index of a concept; stable only within one version of the lexicon. */
export type ConceptId = number

/** Languages the core lexicon knows. */
export const coreLanguages = ['en', 'ru', 'kk', 'kk-Latn'] as const

/** True when {@link conceptsOf} can know words of the language. */
export function isCoreLanguage(language: Language): boolean {
  return coreLanguages.some(known => known === baseLanguage(language))
}

/**
 * The concepts a word may stand for, none when the lexicon does not know it. The word as it stands in the text: capitals
 * tell `US` from `us`. Inflected forms are found by stem: `республиканың` → республика.
 */
export function conceptsOf(word: string, language: Language): readonly ConceptId[] {
  const base = baseLanguage(language)
  if (base.startsWith('en')) return conceptsOfEnglish(word, language)
  const stems = stemsOf(base)
  return stems === undefined ? none : longestStem(foldWord(word, language), stems)
}

/** Share of the words of a concept in a language whose counterpart stands in their translation, 0..1, by kind of word. */
export function conceptRate(concept: ConceptId, language: Language): number {
  const rates = entries()[concept]?.rates
  const base = baseLanguage(language)
  return rates === undefined ? 0.5 : base === 'ru' ? rates.ru : base.startsWith('kk') ? rates.kk : rates.en
}

/** How many English dictionary forms the lexicon has; phrases and hyphenated words are not counted. */
export function countEnglishLemmas(): number {
  let count = 0
  for (const lemma of english().keys()) if (!/[ -]/.test(lemma)) count++
  return count
}

const none: readonly ConceptId[] = []

interface Stems {
  /** Stem → concepts. */
  readonly open: ReadonlyMap<string, readonly ConceptId[]>
  /** Words that take no ending (`!` in the data). */
  readonly closed: ReadonlyMap<string, readonly ConceptId[]>
  readonly longest: number
  /** May what follows the stem be its endings? */
  readonly accepts: (stem: string, ending: string) => boolean
}

/** A line of the data: the words of a concept in each language. Its place in the list is the concept's id. */
interface Entry {
  readonly en: string
  readonly ru: string
  readonly kk: string
  readonly rates: CoreTable['rates']
}

/** Each is made at the first question: most runs ask none, and most texts are in two languages. The data never change. */
const entries = once(readEntries)
const english = once(englishIndex)
const russian = once(russianStems)
const kazakh = once(kazakhStems)
const latinKazakh = once(() => latinStems(kazakh()))

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function readEntries(): readonly Entry[] {
  return coreTables.flatMap(table =>
    [...linesOf(table.entries())].map(line => {
      const [en = '', ru = '', kk = ''] = line.split('|')
      return { en, ru, kk, rates: table.rates }
    }),
  )
}

function englishIndex(): ReadonlyMap<string, readonly ConceptId[]> {
  const index = new Map<string, ConceptId[]>()
  for (const [id, { en }] of entries().entries()) {
    for (const lemma of en.split('/')) add(index, isInitialism(lemma) ? lemma : lemma.toLowerCase(), id)
  }
  return index
}

function russianStems(): Stems {
  const stems = emptyStems(acceptsRussian)
  for (const [id, { ru }] of entries().entries()) {
    for (const stem of ru.split('/')) addStem(stems, stem.replaceAll('ё', 'е'), id)
  }
  return stems
}

function kazakhStems(): Stems {
  const stems = emptyStems(acceptsKazakh)
  for (const [id, { kk }] of entries().entries()) {
    for (const stem of kk.split('/')) for (const shape of voicedShapes(stem)) addStem(stems, shape, id)
  }
  return stems
}

function latinStems({ open, closed }: Stems): Stems {
  const latin = emptyStems(acceptsLatinKazakh)
  for (const [stem, ids] of open) for (const id of ids) addStem(latin, kazakhToLatin(stem), id)
  for (const [word, ids] of closed) for (const id of ids) addStem(latin, `${kazakhToLatin(word)}!`, id)
  return latin
}

interface GrowingStems extends Stems {
  readonly open: Map<string, ConceptId[]>
  readonly closed: Map<string, ConceptId[]>
  longest: number
}

function emptyStems(accepts: Stems['accepts']): GrowingStems {
  return { open: new Map(), closed: new Map(), longest: 0, accepts }
}

function addStem(stems: GrowingStems, stem: string, id: ConceptId): void {
  if (stem.endsWith('!')) add(stems.closed, stem.slice(0, -1), id)
  else {
    add(stems.open, stem, id)
    stems.longest = Math.max(stems.longest, stem.length)
  }
}

function add(map: Map<string, ConceptId[]>, key: string, id: ConceptId): void {
  if (key === '') return
  const ids = map.get(key)
  if (ids === undefined) map.set(key, [id])
  else if (!ids.includes(id)) ids.push(id)
}

/** A stem's last stop is voiced before a vowel: кітап, кітабы; қазақ, қазағы. */
function voicedShapes(stem: string): readonly string[] {
  const voiced = voicing.get(stem.at(-1) ?? '')
  return voiced === undefined || stem.length < 3 ? [stem] : [stem, stem.slice(0, -1) + voiced]
}

const voicing = new Map([
  ['п', 'б'],
  ['к', 'г'],
  ['қ', 'ғ'],
])

function conceptsOfEnglish(word: string, language: Language): readonly ConceptId[] {
  const index = english()
  if (isInitialism(word)) {
    const found = index.get(word.replaceAll('.', ''))
    if (found !== undefined) return found
  }
  const ids = new Set<ConceptId>()
  for (const lemma of englishLemmas(foldWord(word, language))) {
    for (const id of index.get(lemma) ?? none) ids.add(id)
  }
  return ids.size === 0 ? none : [...ids]
}

function stemsOf(base: string): Stems | undefined {
  switch (base) {
    case 'ru':
      return russian()
    case 'kk':
      return kazakh()
    case 'kk-Latn':
      return latinKazakh()
    default:
      return undefined
  }
}

/**
 * The longest stem that begins the word decides: `правительство` is правительств-, not прав-. Stems a letter or two shorter
 * are heard as well, since entries cut the same word at different places: откры-, открыт-.
 */
function longestStem(word: string, stems: Stems): readonly ConceptId[] {
  const closed = stems.closed.get(word)
  if (closed !== undefined) return closed
  let found: readonly ConceptId[] | undefined
  let shortest = 2
  for (let length = Math.min(word.length, stems.longest); length >= shortest; length--) {
    const stem = word.slice(0, length)
    const ids = stems.open.get(stem)
    if (ids === undefined || !stems.accepts(stem, word.slice(length))) continue
    if (found === undefined) {
      found = ids
      shortest = Math.max(4, length - 2)
    } else found = [...new Set([...found, ...ids])]
  }
  return found ?? none
}

/** A short stem may take only a short ending: `дом` is not домочадцы. Limits guessed. */
function acceptsRussian(stem: string, ending: string): boolean {
  const limit = stem.length <= 2 ? 2 : stem.length === 3 ? 4 : stem.length === 4 ? 6 : 9
  return ending.length <= limit
}

/** Kazakh suffixes pile up, but their vowels follow the last vowel of the stem. */
function acceptsKazakh(stem: string, ending: string): boolean {
  const limit = stem.length <= 2 ? 6 : stem.length === 3 ? 10 : 15
  return ending.length <= limit && inHarmony(stem, ending, 'аоұыя', 'әеөүіэ')
}

function acceptsLatinKazakh(stem: string, ending: string): boolean {
  const limit = stem.length <= 2 ? 6 : stem.length === 3 ? 10 : 15
  return ending.length <= limit && inHarmony(stem, ending, 'aoūy', 'äeöüı')
}

function inHarmony(stem: string, ending: string, back: string, front: string): boolean {
  if (stem.length > 5) return true // long stems are few and often borrowed, with endings of either kind
  for (let i = stem.length - 1; i >= 0; i--) {
    const vowel = stem.charAt(i)
    const isBack = back.includes(vowel)
    if (!isBack && !front.includes(vowel)) continue
    const wrong = isBack ? front : back
    for (const letter of ending.slice(0, 4)) if (wrong.includes(letter)) return false
    return true
  }
  return true
}
