/** What attribute values may be: XML Schema types and lists of the standard. */

import { isNameToken } from '../ids.ts'
import { isWord12 } from '../values-12.ts'

/** True when the value is of the type. */
export type ValueCheck = (value: string) => boolean

/** A list of words as a check. */
export function oneOf(words: string): ValueCheck {
  const set = new Set(words.split(' '))
  return value => set.has(value)
}

/** BCP 47, well-formed; private use and the old irregular tags too. */
export function isLanguageTag(value: string): boolean {
  if (/^x(?:-[A-Za-z0-9]{1,8})+$/i.test(value)) return true
  if (irregular.test(value)) return true
  if (!/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(value)) return false
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    // RangeError: not structurally valid.
    return false
  }
}

/** RFC 5646, section 2.1, `irregular` and `regular`. */
const irregular =
  /^(?:en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)|sgn-(?:be-fr|be-nl|ch-de)|art-lojban|cel-gaulish|no-(?:bok|nyn)|zh-(?:guoyu|hakka|min|min-nan|xiang))$/i

const isNumber: ValueCheck = value => /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/.test(value)
const between =
  (low: number, high: number): ValueCheck =>
  value =>
    isNumber(value) && Number(value) >= low && Number(value) <= high

/** `*`, a greatest size, or a least and a greatest one, which is not less. */
function isRestriction(value: string): boolean {
  const found = /^(?:\*|([0-9]+)(?:,([0-9]+|\*))?)$/.exec(value)
  if (found === null) return false
  const [, least, most] = found
  return most === undefined || most === '*' || Number(least) <= Number(most)
}

/** Types by the name used in the tables. */
export const valueChecks: Readonly<Record<string, ValueCheck>> = {
  text: () => true,
  uri: value => !/[\s<>"{}|^`\\]/.test(value.trim()),
  nmtoken: isNameToken,
  nmtokens: value => value.trim() !== '' && value.trim().split(/\s+/).every(isNameToken),
  yesNo: oneOf('yes no'),
  yesNoFirstNo: oneOf('yes firstNo no'),
  direction: oneOf('ltr rtl auto'),
  side: oneOf('source target'),
  metaSide: oneOf('source target ignorable'),
  userValue: value => /^[^\s:]+:[^\s:]+$/.test(value),
  codeType: oneOf('fmt ui quote link image other'),
  markerType: value => /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/.test(value),
  priority: value => /^\+?0*(?:[1-9]|10)$/.test(value),
  state: oneOf('initial translated reviewed final'),
  language: isLanguageTag,
  space: oneOf('default preserve'),
  preserve: oneOf('preserve'),
  positive: value => /^\+?0*[1-9][0-9]*$/.test(value),
  integer: value => /^[+-]?[0-9]+$/.test(value),
  whole: value => /^[0-9]+$/.test(value),
  hexBinary: value => /^(?:[0-9A-Fa-f]{2})+$/.test(value),
  percent: between(0, 100),
  ratio: value =>
    /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(value) &&
    Number(value) >= 0 &&
    Number(value) <= 1,
  version20: oneOf('2.0 2.1'),
  version22: oneOf('2.0 2.1 2.2'),
  version12: oneOf('1.0 1.1 1.2'),
  dateTime: value =>
    /^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?$/.test(
      value.trim(),
    ),
  coordinates: value => /^(?:-?[0-9]+|#)(?:;(?:-?[0-9]+|#)){3}$/.test(value),
  annotates: oneOf('source target general'),
  assoc: oneOf('preceding following both'),
  position: oneOf('open close'),
  purpose: value => value.trim().split(/\s+/).every(oneOf('information location match')),
  mimeType: value => /^(?:text|multipart|message|application|image|audio|video|model)(?:\/.+)*$/.test(value),
  alttranstype: value => /^(?:proposal|previous-version|rejected|reference|accepted|x-\S+)$/.test(value),
  reformat: value =>
    value === 'yes' ||
    value === 'no' ||
    value
      .trim()
      .split(/\s+/)
      .every(word => isWord12('reformat', word)),
  datatype: value => isWord12('datatype', value),
  restype: value => isWord12('restype', value),
  mtype: value => isWord12('mtype', value),
  sizeUnit: value => isWord12('sizeUnit', value),
  state12: value => isWord12('state12', value),
  stateQualifier: value => isWord12('stateQualifier', value),
  countUnit: value => isWord12('countUnit', value),
  contextType: value => isWord12('contextType', value),
  pairType: value => isWord12('pairType', value),
  placeholderType: value => isWord12('placeholderType', value),
  itsVersion: oneOf('2.0'),
  matchType: oneOf('am mt icm idm tb tm other'),
  normalization: oneOf('none nfc nfd'),
  filterType: oneOf('include exclude'),
  sizeRestriction: isRestriction,
  storageRestriction: isRestriction,
  // The two ends of a `pc` may have one each.
  sizes: value => /^[0-9]+(?:,[0-9]+)?$/.test(value),
  htmlElement: oneOf(
    'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul',
  ),
  issueType: oneOf(
    'terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register locale-specific-content locale-violation style characters misspelling typographical formatting inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance uncategorized other',
  ),
}

/** What a type allows, in signs a message can show in any language. Types not named here are lists: see {@link expectedValue}. */
const notations: Readonly<Record<string, string>> = {
  uri: 'IRI',
  nmtoken: 'NMTOKEN',
  nmtokens: 'NMTOKENS',
  yesNo: 'yes | no',
  yesNoFirstNo: 'yes | firstNo | no',
  direction: 'ltr | rtl | auto',
  side: 'source | target',
  metaSide: 'source | target | ignorable',
  userValue: 'prefix:value',
  codeType: 'fmt | ui | quote | link | image | other',
  markerType: 'generic | comment | term | prefix:value',
  priority: '1–10',
  state: 'initial | translated | reviewed | final',
  language: 'BCP 47',
  space: 'default | preserve',
  preserve: 'preserve',
  positive: '1, 2, 3, …',
  integer: '…, −1, 0, 1, …',
  whole: '0, 1, 2, …',
  hexBinary: '0007',
  percent: '0.0–100.0',
  ratio: '0–1',
  version20: '2.0 | 2.1',
  version22: '2.0 | 2.1 | 2.2',
  version12: '1.0 | 1.1 | 1.2',
  itsVersion: '2.0',
  matchType: 'am | mt | icm | idm | tb | tm | other',
  normalization: 'none | nfc | nfd',
  filterType: 'include | exclude',
  sizeRestriction: '* | 90 | 25,100 | 25,*',
  storageRestriction: '* | 90 | 25,100 | 25,*',
  sizes: '7 | 7,8',
  htmlElement: 'HTML: a, b, p, …',
  issueType: 'ITS 2.0: terminology, omission, …',
  dateTime: '2026-01-31T12:00:00Z',
  coordinates: '0;0;100;20',
  annotates: 'source | target | general',
  assoc: 'preceding | following | both',
  position: 'open | close',
  purpose: 'information | location | match',
  mimeType: 'text/plain, image/png, …',
  alttranstype: 'proposal | previous-version | rejected | reference | accepted | x-…',
  reformat: 'yes | no | coord | font | …',
  pairType: 'bold | italic | underlined | link | x-…',
  placeholderType: 'image | pb | lb | x-…',
}

/** What a type allows; for the long lists of 1.2, the name of the list. */
export function expectedValue(type: string): string {
  return notations[type] ?? `XLIFF 1.2 ${type.replace(/12$/, '')}, x-…`
}
