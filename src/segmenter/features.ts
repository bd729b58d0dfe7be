/** What can be said of the text before and after a possible cut; each a bit for the scanner. */

/** Before the cut. The words are those of {@link Abbreviations}; all but the last seven need one plain full stop. */
const beforeBits = {
  listMark: 1,
  unit: 2,
  never: 4,
  title: 8,
  numberWord: 16,
  initial: 32,
  starterWord: 64,
  endWord: 128,
  shortNumber: 256,
  markedName: 512,
  bracketedMark: 1024,
  leadingEllipsis: 2048,
  stop: 4096,
  emoji: 8192,
  smiley: 16384,
  fullWord: 32768,
  bareMark: 65536,
  dialogue: 131072,
  /** An abbreviation of several words that may end a sentence, such as `и т. д.`. */
  endPhrase: 262144,
  semicolon: 524288,
  /** A short word right behind an opening bracket: `(англ. Foo)`. */
  bracketedWord: 1048576,
  /** A word of small letters and stops without a blank behind them. */
  gluedWord: 2097152,
  /** A stop with something closing behind it: `Кто виноват?»`. */
  closedStop: 4194304,
}
export type Before = keyof typeof beforeBits
export const before: Readonly<Record<Before, number>> = beforeBits

/** After the cut, all but the last behind white space. */
const afterBits = {
  any: 1,
  upper: 2,
  lower: 4,
  letter: 8,
  digit: 16,
  number: 32,
  starter: 64,
  dashUpper: 128,
  dash: 256,
  continuing: 512,
  emoji: 1024,
  word: 2048,
  parenthesis: 4096,
  hyphenUpper: 8192,
  /** A footnote mark or a smile, which the scanner takes along with the stop and only SRX has to hold back. */
  footnote: 16384,
  /** A number with a full stop, as in `12. 05. 2020`. */
  numberStop: 32768,
  /** A line drawn with hyphens. */
  rule: 65536,
  /** A word that opens sentences, right at the stop. */
  gluedStarter: 131072,
  /** A bracketed number of four digits: `(1846)`. */
  year: 262144,
}
export type After = keyof typeof afterBits
export const after: Readonly<Record<After, number>> = afterBits

/** What a rule says, and its name. */
export interface Verdict {
  readonly id: string
  readonly isBreak: boolean
}

/** The first rule that fits decides, as in SRX. */
export interface Rule extends Verdict {
  readonly before: Before
  readonly after: After
}

const veto = (id: string, b: Before, a: After): Rule => ({ id, isBreak: false, before: b, after: a })
const cut = (id: string, b: Before, a: After): Rule => ({ id, isBreak: true, before: b, after: a })

/** In the order in which they are asked. */
export const rules: readonly Rule[] = [
  veto('footnote-follows', 'stop', 'footnote'),
  veto('list-mark', 'listMark', 'any'),
  veto('bracketed-word', 'bracketedWord', 'any'),
  veto('bracketed-mark', 'bracketedMark', 'any'),
  veto('marked-name', 'markedName', 'any'),
  veto('leading-ellipsis', 'leadingEllipsis', 'any'),
  veto('emoji-follows', 'stop', 'emoji'),
  veto('title-year', 'closedStop', 'year'),
  veto('mark-year', 'bareMark', 'year'),
  cut('unit-ends', 'unit', 'upper'),
  veto('unit-number', 'unit', 'digit'),
  veto('unit-lower-case', 'unit', 'lower'),
  veto('unit-parenthesis', 'unit', 'parenthesis'),
  veto('phrase-number', 'endPhrase', 'number'),
  cut('phrase-ends', 'endPhrase', 'upper'),
  veto('phrase-goes-on', 'endPhrase', 'word'),
  veto('abbreviation-inside', 'never', 'any'),
  veto('title', 'title', 'any'),
  veto('number-word', 'numberWord', 'number'),
  cut('initial-ends', 'initial', 'starter'),
  veto('initial', 'initial', 'word'),
  cut('abbreviation-ends', 'starterWord', 'starter'),
  veto('abbreviation-goes-on', 'starterWord', 'word'),
  veto('abbreviation-number', 'endWord', 'digit'),
  veto('number-number', 'shortNumber', 'numberStop'),
  veto('abbreviation-lower-case', 'endWord', 'lower'),
  veto('abbreviation-parenthesis', 'endWord', 'parenthesis'),
  cut('full-word', 'fullWord', 'lower'),
  cut('mark', 'bareMark', 'lower'),
  cut('parenthesis', 'fullWord', 'parenthesis'),
  cut('mark-parenthesis', 'bareMark', 'parenthesis'),
  veto('lower-case-follows', 'stop', 'lower'),
  veto('sentence-continues', 'stop', 'continuing'),
  cut('rule-line', 'stop', 'rule'),
  cut('dialogue-dash', 'stop', 'dashUpper'),
  cut('dialogue-hyphen', 'dialogue', 'hyphenUpper'),
  veto('dash-continues', 'stop', 'dash'),
  cut('stop', 'stop', 'any'),
  cut('semicolon', 'semicolon', 'starter'),
  cut('emoji', 'emoji', 'upper'),
  cut('smiley', 'smiley', 'upper'),
  cut('missing-blank', 'gluedWord', 'gluedStarter'),
]
