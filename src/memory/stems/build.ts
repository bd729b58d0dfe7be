/** Makes a stem index, from nothing or from an older one: only what is new or changed is cut into stems. */

import { type Language, plainText, type TranslationUnit } from '../../model/index.ts'
import { stemReader } from '../../text/stems.ts'
import { growable } from '../growable.ts'
import { hash32 } from '../unit.ts'
import { baseVariants, contentHash, type StemIndex, type StemLanguage, stemText } from './stem-index.ts'

/** A unit as it is now, or undefined when it is gone. */
export interface UnitChange {
  readonly key: number
  readonly unit: TranslationUnit | undefined
}

export interface UpdatedIndex {
  readonly index: StemIndex
  /** How many units were cut into stems; the others were taken over. */
  readonly counted: number
}

/** An index of units, each with its key; of some languages only when they are named (base languages). */
export function buildStemIndex(units: Iterable<UnitChange>, languages?: ReadonlySet<Language>): StemIndex {
  const builder = new IndexBuilder(languages)
  for (const { key, unit } of units) if (unit !== undefined) builder.add(key, unit, contentHash(unit))
  return builder.finish()
}

/**
 * The index after changes. With `isWhole` the changes are all the units there are, and what they do not name is gone.
 * The result is that of building anew: units that stay first, in their order, then the others in theirs.
 */
export function updateStemIndex(
  old: StemIndex,
  changes: Iterable<UnitChange>,
  { isWhole }: { readonly isWhole: boolean },
): UpdatedIndex {
  const asked = isWhole ? changes : [...changes]
  const rows = rowsOf(old, isWhole ? undefined : new Set(Array.from(asked, ({ key }) => key)))
  const stays = new Uint8Array(old.keys.length).fill(isWhole ? 0 : 1)
  // What stays is let go at once, so that a memory read as a stream is never held whole.
  const pending = new Map<number, { readonly unit: TranslationUnit; readonly content: number }>()
  for (const { key, unit } of asked) {
    const row = rows.get(key)
    const content = unit === undefined ? Number.NaN : contentHash(unit)
    const isSame = row !== undefined && content === old.contents[row]
    // What is put last stands last, as a map keeps the first place of a key.
    pending.delete(key)
    if (unit !== undefined && !isSame) pending.set(key, { unit, content })
    if (row !== undefined) stays[row] = isSame ? 1 : 0
  }
  const builder = new IndexBuilder(undefined)
  const copy = builder.copier(old)
  for (let row = 0; row < stays.length; row++) copy(row, stays[row] === 1)
  let counted = 0
  for (const [key, { unit, content }] of pending) {
    builder.add(key, unit, content)
    counted++
  }
  return { index: builder.finish(), counted }
}

/** Where the units of some keys stand, or of all. */
function rowsOf({ keys }: StemIndex, wanted: ReadonlySet<number> | undefined): ReadonlyMap<number, number> {
  const rows = new Map<number, number>()
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] ?? 0
    if (wanted?.has(key) !== false) rows.set(key, row)
  }
  return rows
}

class IndexBuilder {
  readonly #keys: number[] = []
  readonly #contents: number[] = []
  readonly #languages = new Map<Language, LanguageBuilder>()
  readonly #wanted: ReadonlySet<Language> | undefined

  constructor(wanted: ReadonlySet<Language> | undefined) {
    this.#wanted = wanted
  }

  add(key: number, unit: TranslationUnit, content: number): void {
    const row = this.#keys.length
    this.#keys.push(key)
    this.#contents.push(content)
    for (const [language, variant] of baseVariants(unit)) {
      if (this.#wanted?.has(language) !== false) this.#of(language).add(row, plainText(variant.content))
    }
  }

  /** Takes over the rows of another index, asked row by row in their order. */
  copier(old: StemIndex): (row: number, stays: boolean) => void {
    const copiers = old.languages.map(language => this.#of(language.language).copier(language))
    return (row, stays) => {
      for (const copy of copiers) copy(row, stays ? this.#keys.length : -1)
      if (!stays) return
      this.#keys.push(old.keys[row] ?? 0)
      this.#contents.push(old.contents[row] ?? 0)
    }
  }

  finish(): StemIndex {
    return {
      keys: Float64Array.from(this.#keys),
      contents: Float64Array.from(this.#contents),
      languages: [...this.#languages.values()]
        .filter(({ isEmpty }) => !isEmpty)
        .map(language => language.finish())
        .sort((a, b) => (a.language < b.language ? -1 : 1)),
    }
  }

  #of(language: Language): LanguageBuilder {
    const known = this.#languages.get(language) ?? new LanguageBuilder(language)
    this.#languages.set(language, known)
    return known
  }
}

class LanguageBuilder {
  readonly #language: Language
  readonly #read: ReturnType<typeof stemReader>
  readonly #numbers = new Map<string, number>()
  readonly #rows = growable()
  readonly #starts = growable()
  readonly #stems = growable()
  /** The last row in which each stem was met: each counts once a row. */
  readonly #lastRows: number[] = []

  constructor(language: Language) {
    this.#language = language
    this.#read = stemReader(language)
    this.#starts.push(0)
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0
  }

  add(row: number, text: string): void {
    this.#read(text, stem => this.#put(row, this.#number(stem)))
    this.#close(row)
  }

  copier(old: StemLanguage): (row: number, goal: number) => void {
    const numbers = new Int32Array(old.letterStarts.length).fill(-1)
    let at = 0
    return (row, goal) => {
      if (old.rows[at] !== row) return
      for (let i = old.starts[at] ?? 0; i < (old.starts[at + 1] ?? 0) && goal >= 0; i++) {
        const before = old.stems[i] ?? 0
        let number = numbers[before] ?? -1
        if (number < 0) {
          number = this.#number(stemText(old, before))
          numbers[before] = number
        }
        this.#put(goal, number)
      }
      if (goal >= 0) this.#close(goal)
      at++
    }
  }

  finish(): StemLanguage {
    const letterStarts = growable()
    const letters: number[] = []
    letterStarts.push(0)
    const stems = [...this.#numbers.keys()]
    for (const stem of stems) {
      for (let i = 0; i < stem.length; i++) letters.push(stem.charCodeAt(i))
      letterStarts.push(letters.length)
    }
    return {
      language: this.#language,
      rows: this.#rows.view(),
      starts: this.#starts.view(),
      stems: this.#stems.view(),
      letters: Uint16Array.from(letters),
      letterStarts: letterStarts.view(),
      table: tableOf(stems),
    }
  }

  #number(stem: string): number {
    let number = this.#numbers.get(stem)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(stem, number)
      this.#lastRows.push(-1)
    }
    return number
  }

  #put(row: number, number: number): void {
    if (this.#lastRows[number] === row) return
    this.#lastRows[number] = row
    this.#stems.push(number)
  }

  #close(row: number): void {
    this.#rows.push(row)
    this.#starts.push(this.#stems.length)
  }
}

/** At most half full. */
function tableOf(stems: readonly string[]): Uint32Array {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, stems.length * 2))))
  const mask = table.length - 1
  for (const [number, stem] of stems.entries()) {
    let slot = hash32(stem) & mask
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = number + 1
  }
  return table
}
