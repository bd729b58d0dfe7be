/** What can be said of the text before and after a possible cut; each a bit for the scanner. */

/** Before the cut. The words are those of {@link Abbreviations}; all but the last six need one plain full stop. */
export const before = {
  listMark: 1 << 0,
  unit: 1 << 1,
  never: 1 << 2,
  title: 1 << 3,
  numberWord: 1 << 4,
  initial: 1 << 5,
  starterWord: 1 << 6,
  endWord: 1 << 7,
  shortNumber: 1 << 8,
  markedName: 1 << 9,
  bracketedMark: 1 << 10,
  leadingEllipsis: 1 << 11,
  stop: 1 << 12,
  emoji: 1 << 13,
  smiley: 1 << 14,
} as const
export type Before = keyof typeof before

/** After the cut, all behind white space. */
export const after = {
  any: 1 << 0,
  upper: 1 << 1,
  lower: 1 << 2,
  letter: 1 << 3,
  digit: 1 << 4,
  number: 1 << 5,
  starter: 1 << 6,
  dashUpper: 1 << 7,
  dashOther: 1 << 8,
  continuing: 1 << 9,
  emoji: 1 << 10,
  word: 1 << 11,
} as const
export type After = keyof typeof after

/** The first rule that fits decides, as in SRX. */
export interface Rule {
  readonly id: string
  readonly isBreak: boolean
  readonly before: Before
  readonly after: After
}

const veto = (id: string, b: Before, a: After): Rule => ({ id, isBreak: false, before: b, after: a })
const cut = (id: string, b: Before, a: After): Rule => ({ id, isBreak: true, before: b, after: a })

export const rules: readonly Rule[] = [
  veto('list-mark', 'listMark', 'any'),
  veto('bracketed-mark', 'bracketedMark', 'any'),
  veto('marked-name', 'markedName', 'any'),
  veto('leading-ellipsis', 'leadingEllipsis', 'any'),
  veto('emoji-follows', 'stop', 'emoji'),
  cut('unit-ends', 'unit', 'upper'),
  veto('unit-number', 'unit', 'digit'),
  veto('abbreviation-inside', 'never', 'any'),
  veto('title', 'title', 'any'),
  veto('number-word', 'numberWord', 'number'),
  cut('initial-ends', 'initial', 'starter'),
  veto('initial', 'initial', 'word'),
  cut('abbreviation-ends', 'starterWord', 'starter'),
  veto('abbreviation-goes-on', 'starterWord', 'word'),
  veto('abbreviation-number', 'endWord', 'digit'),
  veto('number-number', 'shortNumber', 'digit'),
  veto('lower-case-follows', 'stop', 'lower'),
  veto('sentence-continues', 'stop', 'continuing'),
  veto('dash-continues', 'stop', 'dashOther'),
  cut('dialogue-dash', 'stop', 'dashUpper'),
  cut('stop', 'stop', 'any'),
  cut('emoji', 'emoji', 'upper'),
  cut('smiley', 'smiley', 'upper'),
]
