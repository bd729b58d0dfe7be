import type { Word } from '../../text/words.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'
import type { Pair } from '../pair.ts'

/** Words of the source left standing in the middle of the translation. */
export const untranslatedFragment: SegmentCheck = {
  description: {
    id: 'completeness/untranslated-fragment',
    level: 'warning',
    its: 'untranslated',
    mqm: 'accuracy/untranslated',
  },
  scope: 'segment',
  defaults: { words: 2 },
  *run(pair, { options }) {
    if (pair.isGarbled) return
    const least = typeof options.words === 'number' ? options.words : 2
    const isCyrillic = pair.targetIs('ru', 'kk') && pair.source.script.cyrillic === 0
    if (isCyrillic && (pair.target.script.latin < 6 || pair.target.script.cyrillic === 0)) return
    const known = new Set(pair.source.words.map(word => word.text.toLowerCase()))
    for (const run of runs(pair, known, isCyrillic)) {
      const plain = run.filter(word => isPlain(word.text) && !isHyphened(pair.target.masked, word)).length
      // A line of commands: only a long run is a sentence.
      const isCommand = /(?:^|\s)--?[a-z]/.test(pair.source.text)
      // «at» stands in signs, too: it holds only four plain words and more together.
      const holdsTogether = ({ text }: Word): boolean => functionWords.has(text) || (text === 'at' && plain >= 4)
      const isSentence = plain >= (isCommand ? least + 4 : least) && run.some(holdsTogether)
      // Between languages of one script equal words happen: ask for a real clause.
      const isList = /[,;"“”'=|]/.test(pair.target.text.slice(run[0]?.start, run.at(-1)?.end))
      if (isCyrillic ? !isSentence && (isList || plain < least + 3) : plain < least + 3) continue
      const first = run[0]
      const last = run.at(-1)
      if (first === undefined || last === undefined || (!isCyrillic && run.length === pair.target.words.length))
        continue
      if (isCyrillic && (isQuoted(pair.target.masked, first, last) || isAddress(pair.target.masked, first, last)))
        continue
      yield targetFlaw(first.start, last.end, { data: { text: pair.target.text.slice(first.start, last.end) } })
    }
  },
}

/** A word no name is made of: small letters, three or more, no article or particle of a name. */
function isPlain(word: string): boolean {
  return /^[a-z][a-z'’]{2,}$/.test(word) && !particles.has(word)
}

const particles: ReadonlySet<string> = new Set('the and for von van der den del des les los las della with'.split(' '))

/** Words that hold an English sentence together; names of commands and options have none. */
const functionWords: ReadonlySet<string> = new Set(
  'the a an of to in on at by for from with and or but as is are was were be been that this which who it its his her their they he she we you not has have had will would can could about into after before than when while if'.split(
    ' ',
  ),
)

/** Neighbouring words that also stand in the source; options, paths, code and quoted keywords part them. */
function* runs(pair: Pair, known: ReadonlySet<string>, isCyrillic: boolean): Generator<readonly Word[]> {
  const text = pair.target.masked
  let run: Word[] = []
  for (const word of pair.target.words) {
    const last = run.at(-1)
    if (
      last !== undefined &&
      !/^(?:[,;:]? ["“”'’«»(]?|[”"»)'’]{1,2}[,;:]? ["“(]?|[,;:][”"»)'’]{1,2} | [-–—] |[-’'])$/u.test(
        text.slice(last.end, word.start),
      )
    ) {
      if (run.length > 1) yield run
      run = []
    }
    const isSame =
      known.has(word.text.toLowerCase()) && (!isCyrillic || /^[A-Za-z]/.test(word.text)) && !isCode(text, word)
    if (isSame) run.push(word)
    else {
      if (run.length > 1) yield run
      run = []
    }
  }
  if (run.length > 1) yield run
}

/** Part of an option, path, variable or call: `--reset-author`, `.git/config`, `min_id`, `$suffix`, `name=`. */
function isCode(text: string, { start, end }: Word): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  if (/[\\/_.=@$#%&<*`~|[{]$|(?:^|[\s-])-$/.test(before)) return true
  return /^(?:[\\/_=@#%>*`~|(\]}]|[.:](?=[\p{L}\d]))/u.test(text.slice(end, end + 2))
}

/** `home-wifi`, `it-doesnt-work`: names of things. */
function isHyphened(text: string, { start, end }: Word): boolean {
  return text[start - 1] === '-' || text[end] === '-'
}

/** `<smith at example org>`, "smith at example dot org". */
function isAddress(text: string, first: Word, last: Word): boolean {
  return /<[^<>]{0,80}$/.test(text.slice(0, first.start)) || / dot \w/.test(text.slice(first.start, last.end))
}

/** A motto, a message, a title: «We are not evil!» in its own marks is quoted on purpose. */
function isQuoted(text: string, first: Word, last: Word): boolean {
  return /[«“„"'‘`]$/.test(text.slice(0, first.start)) && /^[.!?…]{0,3}[»”“"'’`]/.test(text.slice(last.end))
}
