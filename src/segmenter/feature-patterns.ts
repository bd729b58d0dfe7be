/**
 * The same features as patterns in ICU syntax, for SRX. A test holds the scanner and these patterns equal; whoever
 * changes one changes the other.
 */

import type { Abbreviations } from '../lexicon/abbreviations-classes.ts'
import { patterns } from './characters.ts'
import type { After, Before } from './features.ts'
import { forms, titleForms } from './lexicon.ts'

const space = `[${patterns.space}]`
const letters = '\\p{L}\\p{M}\\u00AD'
const inWord = `[${letters}\\p{Nd}\\-]`
const wordStart = `(?<!${inWord})`
/** Of an abbreviation or an initial: `Ctrl+S.` has none. */
const shortStart = `(?<![${letters}\\p{Nd}\\-${patterns.joiner}])`
const wordEnd = `(?!${inWord})`
const anyStop = `[${patterns.period}${patterns.exclamation}${patterns.ellipsis}]`
const mark = `[${patterns.exclamation}]`
const quietStop = `[${patterns.period}${patterns.ellipsis}]`
const footnote = '\\[[0-9,–\\-]{1,10}\\]'
const smile = `[:;=]-?[()DPpO]{1,8}(?=${space}|$)`
const entity = '&(?:#39|#34|quot|apos|raquo|rdquo);'
const closer = `(?:[${patterns.close}${patterns.quote}¹²³\\u2070-\\u2079]|${space}{0,2}${footnote}|${space}{1,2}${smile}|${entity})`
const openers = `[${patterns.open}${patterns.quote}]{0,6}`
const upper = '[\\p{Lu}\\p{Lt}]'
/** A small letter that does not begin a name such as `iPhone`. */
const small = `(?!\\p{Ll}{1,6}${upper})\\p{Ll}`
const dash = `[${patterns.dash}]`
const emoji = `[${patterns.emoji}&&[^${patterns.bullet}]]`
const roman = '(?:[IVXLC]{2,8}|[VX])'
const paragraphStart = `^${space}{0,8}`

/** Patterns of what stands before a cut; a class without words has none. */
export function beforePatterns(words: Abbreviations | undefined): ReadonlyMap<Before, string> {
  const found = new Map<Before, string>([
    [
      'listMark',
      `(?:${paragraphStart}(?:\\p{Nd}{1,3}|[${letters}]|[IVXivx]{1,5})|${listStart(words)}\\p{Nd}{1,2}|:${space}{1,3}1)\\.`,
    ],
    ['initial', `${shortStart}${upper}\\.`],
    ['shortNumber', `${wordStart}\\p{Nd}{1,2}\\.`],
    ['bracketedWord', '\\(\\p{Ll}{1,7}\\.'],
    ['bracketedMark', `\\(${anyStop}*${mark}${anyStop}*\\)`],
    ['leadingEllipsis', `${paragraphStart}(?:${quietStop}{2,}|[．｡。…])`],
    ['bareMark', `(?<=[\\p{Ll}\\p{Lm}\\p{Lo}]${space}?)${anyStop}*${mark}${anyStop}*`],
    ['stop', `${anyStop}${closer}*`],
    ['closedStop', `${anyStop}${closer}+`],
    ['dialogue', `^${space}{0,7}${dash}.*${anyStop}${closer}*`],
    ['emoji', `${emoji}\\uFE0F?`],
    ['smiley', '(?:\\)[^()]{1,199}|^[^()]{2,199}|[^()]{200})(?<!\\p{Nd})\\)+'],
  ])
  if (words === undefined) return found
  for (const [feature, items] of wordFeatures(words)) {
    if (items.length > 0) found.set(feature, `${shortStart}${alternatives(items)}\\.`)
  }
  if (words.unit.length > 0) {
    const number = `(?:\\p{Nd}|${wordStart}\\p{Nd}+-?\\p{L}{1,3}|${wordStart}[IVXLCХІ]{1,7})`
    const units = alternatives(words.unit.flatMap(forms))
    const single = alternatives(words.unit.filter(item => !item.includes('.')).flatMap(forms))
    found.set('unit', `(?:${number}${space}{1,2}${units}|${wordStart}\\p{Nd}+${single})\\.`)
  }
  if (words.marked.length > 0) {
    found.set('markedName', `${wordStart}${alternatives(words.marked)}${anyStop}*${mark}${anyStop}*`)
  }
  if (words.cutsAtSemicolon) found.set('semicolon', ';')
  if (words.cutsWithoutBlank) {
    const edge = `(?:^|[${patterns.space}${patterns.open}${patterns.quote}])`
    found.set('gluedWord', `(?<=${edge}${inWord}{0,22}\\p{Ll}{2})${anyStop}+`)
  }
  const { letters: enough, endings, lettersWithEnding, short } = words.fullWord
  const long = `[${letters}]{${enough},}`
  const ended = endings === '' ? '' : `|[${letters}]{${lettersWithEnding - 1},}[${endings}]`
  const listed = short.length === 0 ? '' : `|${alternatives(short)}`
  found.set('fullWord', `${wordStart}(?:${long}${ended}${listed})\\.`)
  return found
}

/** The end of another sentence or item; not of `кв.` or `fig.`, which stand before numbers. */
function listStart(words: Abbreviations | undefined): string {
  const blanks = `${space}{1,3}`
  if (words === undefined) return `[${patterns.period}${patterns.exclamation};]${blanks}`
  const inside = ['numberWord', 'title', 'never', 'starterWord']
  const items = wordFeatures(words).flatMap(([feature, found]) => (inside.includes(feature) ? found : []))
  return `(?:[${patterns.exclamation};]|[${patterns.period}](?<!${shortStart}${alternatives(items)}\\.))${blanks}`
}

function wordFeatures(words: Abbreviations): readonly (readonly [Before, readonly string[]])[] {
  return [
    ['never', words.never.flatMap(forms)],
    ['title', words.title.flatMap(titleForms)],
    ['numberWord', words.number.flatMap(forms)],
    ['starterWord', words.starter.flatMap(forms)],
    ['endWord', words.end.filter(item => !item.includes('.')).flatMap(forms)],
    ['endPhrase', words.end.filter(item => item.includes('.')).flatMap(forms)],
  ]
}

/** Patterns of what stands after a cut. */
export function afterPatterns(words: Abbreviations | undefined): ReadonlyMap<After, string> {
  const found = new Map<After, string>([
    ['any', `${space}+[^${patterns.space}]`],
    ['upper', `${space}+${openers}(?:\\p{Ll}{1,6})?${upper}`],
    ['lower', `${space}+(?!\\()${openers}${small}`],
    ['parenthesis', `${space}+(?=\\()${openers}${small}`],
    ['letter', `${space}+${openers}\\p{Lo}`],
    ['digit', `${space}+${openers}\\p{Nd}`],
    ['numberStop', `${space}+\\p{Nd}{1,4}\\.`],
    ['number', `${space}+${openers}(?:\\p{Nd}|${roman}${wordEnd})`],
    ['word', `${space}+${openers}[\\p{L}\\p{Nd}]`],
    ['dash', `${space}+${dash}`],
    ['dashUpper', `${space}+(?:(?!-)${dash}{1,3}|-${dash}{1,2})${space}{0,2}${upper}`],
    ['hyphenUpper', `${space}+-${space}{1,2}${upper}`],
    [
      'continuing',
      `${space}+${openers}[${patterns.continuing}${patterns.close}${patterns.period}${patterns.exclamation}]`,
    ],
    ['emoji', `${space}+${openers}${emoji}`],
    ['footnote', `${space}{1,2}(?:${footnote}|${smile})`],
    ['rule', `${space}+---`],
    ['year', `${space}+\\(\\p{Nd}{4}(?![${letters}\\p{Nd}])`],
  ])
  if (words !== undefined && words.starters.length > 0) {
    const starter = alternatives(words.starters)
    found.set('starter', `${space}+${openers}${starter}(?![${letters}\\p{Nd}\\-'’.])`)
    found.set('gluedStarter', `${starter}(?=[${patterns.space},])`)
  }
  return found
}

/** Longest first, so that no alternative hides another; a full stop inside may have blanks after it. */
function alternatives(items: readonly string[]): string {
  const sorted = [...new Set(items)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return `(?:${sorted.map(item => item.split('.').map(escaped).join(`\\.${space}{0,2}`)).join('|')})`
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
