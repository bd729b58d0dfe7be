import { once } from '../../text/once.ts'
import type { Word } from '../../text/words.ts'
import { type SegmentCheck, wholeTarget } from '../check.ts'
import type { Pair } from '../pair.ts'

/** The target is the source again, or has no word in the script of its language. */
export const untranslated: SegmentCheck = {
  description: { id: 'completeness/untranslated', level: 'warning', its: 'untranslated', mqm: 'accuracy/untranslated' },
  scope: 'segment',
  *run(pair, { terms }) {
    if (pair.isGarbled || pair.sourceLanguage === pair.targetLanguage) return
    const isCopy = isSameText(pair.source.text, pair.target.text)
    if ((!isCopy && !isInWrongScript(pair)) || isProgram(pair.source.text)) return
    const verbatim = verbatimSpans(pair.target.text)
    // Names, codes and "OK" stay as they are: a sentence has words in small letters.
    const covered = terms.isEmpty ? [] : terms.find(pair.source.text, pair.source.words, pair.sourceLanguage)
    const kept = covered.filter(mention => mention.compiled.concept.doNotTranslate)
    const plain = pair.target.words.filter(
      word =>
        /^\p{Ll}[\p{Ll}'’]{2,}$/u.test(word.text) &&
        !/^(?:and|the|for|with|van|von|den|der|del|della|dos|aka)$/.test(word.text) &&
        !isPartOfCode(pair.target.masked, word) &&
        !verbatim.some(([start, end]) => start <= word.start && end >= word.end) &&
        !kept.some(mention => mention.start <= word.start && mention.end >= word.end),
    )
    const isTitle = isCopy && isTitleInCapitals(pair)
    if (plain.length < 2 && !isTitle && !(plain.length === 1 && isCopy && pair.target.words.length >= 3)) return
    // "jis exec": two words no dictionary knows are a name.
    if (pair.target.words.length < 3 && isCopy && !plain.some(({ text }) => pair.isKnownSourceWord(text))) return
    yield wholeTarget(pair, {
      ...(isCopy ? {} : { variant: 'script' }),
      // "Hershey Serif bold", "CCITT Group 4 fax": one plain word among names may belong to them.
      ...(plain.length === 1 && !isTitle ? { level: 'info' as const } : {}),
    })
  },
}

/** "Indonesia Tsunami and Quake Devastate an Island": a headline, no name: six words, most of them known, small ones between. */
function isTitleInCapitals(pair: Pair): boolean {
  const { words } = pair.source
  const known = words.filter(({ text }) => pair.isKnownSourceWord(text)).length
  return words.length >= 6 && known >= 4 && known * 2 >= words.length && words.some(({ text }) => smallWords.has(text))
}

const smallWords: ReadonlySet<string> = new Set(
  'a an and as at by for from in into is of on or over the to with'.split(' '),
)

/** A shell's line, a declaration: `$ make install`, `struct spwd *getspent();`, `Style {fg white;};`. */
function isProgram(text: string): boolean {
  return /^[$#] [a-z]|\w::\w|\w\(\);|^(?:struct|static|const|unsigned|void|int|char) [a-z]|\};?$/.test(text)
}

/** What elements of manuals quote from the machine: the words in `<literal>set bold</literal>`, `<command>make</command>`. */
function verbatimSpans(text: string): readonly (readonly [start: number, end: number])[] {
  if (!text.includes('</')) return []
  return [...text.matchAll(verbatimElement())].map(match => [match.index, match.index + match[0].length])
}

const verbatimElement = once(
  () =>
    /<(literal|command|option|arg|code|tt|kbd|samp|icode|filename|userinput|computeroutput|envar|varname|function|constant|type|systemitem|refentrytitle|manvolnum|synopsis|screen|programlisting|package)\b[^<>]{0,200}>[^<>]*<\/\1>/g,
)

/** Of a file name, a pattern, an address, a hyphened name: `*.xls`, `[vcard|csv]`, `dd.mm.yyyy`, `gnome-terminal`. */
function isPartOfCode(text: string, { start, end }: Word): boolean {
  return (
    /[\\/.@#*|=:~$<[{;&-]$|\S_$/.test(text.slice(0, start)) ||
    /^(?:[\\/_@#*|=~$\]>}-]|[.:](?=[/\p{L}\d]))/u.test(text.slice(end))
  )
}

function isSameText(a: string, b: string): boolean {
  return (
    a === b ||
    (Math.abs(a.length - b.length) < 4 &&
      a.slice(0, 1).toLowerCase() === b.slice(0, 1).toLowerCase() &&
      folded(a) === folded(b))
  )
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** No Cyrillic letter where the language is written in Cyrillic, though the source is in Latin letters. */
function isInWrongScript(pair: Pair): boolean {
  if (!pair.targetIs('ru', 'kk')) return false
  const { latin, cyrillic } = pair.target.script
  return cyrillic === 0 && latin >= 8 && pair.source.script.latin > 0
}
