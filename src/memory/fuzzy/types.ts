/** What the fuzzy index takes and gives. */

/** A source text as the index sees it. */
export interface IndexedText {
  /** The unit's sequence in the store. */
  readonly sequence: number
  readonly text: string
  /** Bit set of the languages the unit has. */
  readonly languages: number
  readonly previous?: string
  readonly next?: string
}

export interface SearchOptions {
  /** Least base, or least word similarity when `by` is `words`; 0..1. */
  readonly threshold: number
  readonly limit: number
  readonly by: 'mean' | 'words'
  /** Only units that have one of these languages. */
  readonly languages: number
  readonly previous?: string
  readonly next?: string
}

export interface Hit {
  readonly sequence: number
  readonly base: number
  readonly words: number
  readonly characters: number
  /** Neighbours that are equal, 0 to 2; counted for equal texts only. */
  readonly context: number
}

/** A word asked for, in any of its forms. */
export interface WordTest {
  /** Normalised. */
  readonly exact: string
  /** First code point of every form, ё told as е. */
  readonly first: number
  matches(word: string): boolean
}

/** Tokens [start, end) of a query that stand in a unit's text, word for word. */
export interface Fragment {
  readonly sequence: number
  readonly start: number
  readonly end: number
}

/** One language of a memory, ready to be searched. */
export interface FuzzyIndex {
  /** A text whose sequence is there already takes its place. */
  add(texts: readonly IndexedText[]): void
  remove(sequence: number): void
  /** The best hits at or above the threshold, best first: equal to comparing the query with every text. */
  search(query: string, options: SearchOptions): readonly Hit[]
  /** Sequences of units whose text has a word for each test, the oldest first; at most `limit`. */
  withWords(tests: readonly WordTest[], limit: number): readonly number[]
  /** The longest fragments of the query, of at least `least` tokens, the longest first, one a text; at most `limit`. */
  fragments(query: string, least: number, limit: number): readonly Fragment[]
}
