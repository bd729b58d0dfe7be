/** Classes of abbreviations: what a full stop after one says about the end of a sentence. */

/**
 * Entries are written without their last full stop; a full stop inside (`т.е`) stands with or without a blank after it.
 * An entry in lower case is also met with a capital first letter (`проф`, `Проф`); one with a capital letter only as
 * written (`Sat` is Saturday, `sat` is a verb).
 */
export interface Abbreviations {
  /** Inside a sentence whatever follows: `т.е`, `напр`, `e.g`. */
  readonly never: readonly string[]
  /** Before a name, so inside a sentence whatever follows: `проф`, `ул`, `Mr`. */
  readonly title: readonly string[]
  /** Inside a sentence before a number or a Roman numeral, else an ordinary word: `No`, `стр`, `рис`. */
  readonly number: readonly string[]
  /** Ends a sentence only before a word of {@link starters}: `U.S`, `Jan`, `Ltd`. */
  readonly starter: readonly string[]
  /** May end a sentence before any capital letter, never before a number: `etc`, `т.д`, `др`. */
  readonly end: readonly string[]
  /** As {@link end}, but only after a number; without one the other classes hold: `1999 г.` against `г. Алматы`. */
  readonly unit: readonly string[]
  /** Words that seldom follow an abbreviation inside a sentence with a capital letter; as written at a sentence's start. */
  readonly starters: readonly string[]
  /** Does a semicolon end a sentence before a word of {@link starters}? Writers of Kazakh use it so. */
  readonly cutsAtSemicolon: boolean
  /** Does a sentence end where the blank behind its stop was forgotten, before a word of {@link starters}? */
  readonly cutsWithoutBlank: boolean
  /** What is no abbreviation, so that a sentence may end there even before a small letter. */
  readonly fullWord: FullWord
  /** Names that end in `!` or `?`: `Yahoo`. */
  readonly marked: readonly string[]
}

/** A word of so many letters is no abbreviation; with one of the endings, fewer are enough. */
export interface FullWord {
  readonly letters: number
  readonly endings: string
  readonly lettersWithEnding: number
  /** Shorter words that are no abbreviations either. */
  readonly short: readonly string[]
}
