/** Adds up the words of a number: два, тысячи, девятнадцатого → 2019. */

import type { NumberWord } from './number-words.ts'

/** The sum so far of a spelled-out number. `hundred` multiplies in English and Kazakh when it stands after a unit. */
export class NumberRun {
  words = 1
  /** The ending of the last word, where it has one. */
  ending: string | undefined
  isOrdinal: boolean
  #total = 0
  #current: number
  #last: NumberWord

  constructor(first: NumberWord) {
    this.#last = first
    this.#current = first.value
    this.isOrdinal = first.ordinal === true
    this.ending = first.ending
    if (first.role === 'scale') {
      this.#total = first.value
      this.#current = 0
    }
  }

  get value(): number {
    return this.#total + this.#current
  }

  /** False when the word begins another number. */
  take(word: NumberWord): boolean {
    const last = this.#last.role
    switch (word.role) {
      case 'alone':
        return false
      case 'unit':
        if (word.value === 0 || last === 'unit' || last === 'teen' || last === 'half') return false
        this.#current += word.value
        break
      case 'teen':
      case 'ten':
        if (last === 'unit' || last === 'teen' || last === 'ten' || last === 'half') return false
        this.#current += word.value
        break
      case 'hundred':
        if (word.value === 100 && last === 'unit')
          this.#current = this.#current - this.#last.value + this.#last.value * 100
        else if (last === 'scale') this.#current += word.value
        else return false
        break
      case 'scale':
        if (word.value >= this.#total && this.#total > 0 && this.#current === 0) return false
        this.#total += (this.#current === 0 ? 1 : this.#current) * word.value
        this.#current = 0
        break
      case 'half':
        if (last === 'scale' || last === 'half') return false
        this.#current += word.value
        break
      default:
        return word.role satisfies never
    }
    this.#last = word
    this.words++
    this.ending = word.ending
    if (word.ordinal) this.isOrdinal = true
    return true
  }
}
