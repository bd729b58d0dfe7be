import { once } from '../../text/once.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'
import type { TextView } from '../text-view.ts'

/** The source ends in a sentence mark and the target does not, or a question became a statement. */
export const finalPunctuation: SegmentCheck = {
  description: {
    id: 'punctuation/final',
    level: 'warning',
    its: 'typographical',
    mqm: 'linguistic-conventions/punctuation',
  },
  scope: 'segment',
  *run({ source, target, isGarbled }) {
    if (isGarbled) return
    const expected = finalMark(source)
    const found = finalMark(target)
    if (expected.mark === found.mark || !/\p{L}/u.test(source.masked) || !/\p{L}/u.test(target.masked)) return
    const { at } = found
    if (found.mark === '') {
      // The mark belongs to an abbreviation of the source, or the target ends in a value to be filled in.
      if (expected.mark === '.' && source.words.length < 6 && endsInAbbreviation(source.text.slice(0, expected.at)))
        return
      // "(round, bevel, ...)" – «и так далее».
      // Replace … with '?': the mark is what is spoken of.
      if (/['‘"“][?!.;:,]['’"”]$/.test(source.text.trim())) return
      if (expected.mark === '.' && /\betc\.$/.test(source.text.slice(0, expected.at))) return
      if (
        expected.mark === '…' &&
        /(?:далее|подобное|т\. ?д|т\. ?п|тағы басқа\p{L}*|т\. ?б)$/u.test(target.text.slice(0, at))
      )
        return
      yield targetFlaw(Math.max(0, at - 1), at, {
        variant: 'missing',
        data: { expected: expected.mark },
        ...((expected.mark === '.' && isFragment(source, target)) ||
        (expected.mark === '…' && hasDots(target.text)) ||
        (expected.mark === '?' && target.text.includes('?')) ||
        (expected.mark === '?' && isHeading().test(target.masked))
          ? { level: 'info' as const }
          : {}),
        fix: { side: 'target', start: at, end: at, text: expected.mark, safe: false },
      })
    } else if (expected.mark === '') {
      // "Co." and «г.» end in a stop of their own.
      if (found.mark === '.' && endsInAbbreviation(target.text.slice(0, at))) return
      yield targetFlaw(at - 1, at, {
        variant: 'extra',
        data: { found: found.mark },
        // A label gains a colon or stop in many translations; a sentence a question mark in none.
        ...(found.mark === '?' ? {} : { level: 'info' as const }),
        fix: { side: 'target', start: at - found.mark.length, end: at, text: '', safe: false },
      })
    } else if (!isExchangeable(expected.mark, found.mark)) {
      yield targetFlaw(at - 1, at, {
        variant: 'other',
        data: { expected: expected.mark, found: found.mark },
        ...(isRecast(source.text, target.text.slice(0, at)) ? { level: 'info' as const } : {}),
      })
    }
  },
}

/** The last sentence mark, quotation marks, brackets, blanks and tags after it left out; `at` is the offset after it. */
function finalMark({ text, markup }: TextView): { readonly mark: string; readonly at: number } {
  let end = text.length
  let tag = markup.length - 1
  for (;;) {
    const last = markup[tag]
    if (last !== undefined && last.end === end) {
      end = last.start
      tag--
    } else if (end > 0 && /[\s"'«»“”„’‘)\]}>\u200b\u00ad\ufeff\u200e\u200f]/.test(text[end - 1] ?? '')) end--
    else break
  }
  const last = text[end - 1] ?? ''
  // "#VALUE!" is a name; so is “..” in quotation marks.
  if (
    !/[.!?…:;。！？]/.test(last) ||
    (last === ';' && /&#?\w{1,10};$/.test(text.slice(0, end))) ||
    // KRunner's `:q:` is a placeholder.
    (last === ':' && /(?:^|\s):\w+:$/.test(text.slice(0, end))) ||
    (last === '!' && /#[\p{L}/]+!$/u.test(text.slice(0, end))) ||
    /["“«'][.…]{2,3}$|(?:^|\s)["“«'‘][.…]$|<\.{2,3}$/.test(text.slice(0, end))
  )
    return { mark: '', at: end }
  const mark = last === '.' && text.slice(0, end).endsWith('..') ? '…' : last
  // "?." and "!?" count by their question mark.
  const isQuestion = /[?？][.!…]{0,3}$|[.!…]{0,3}[?？]$/.test(text.slice(Math.max(0, end - 4), end))
  return { mark: isQuestion ? '?' : mark, at: end }
}

/** Full stop, exclamation mark and dots are a matter of taste; a question and a colon are not. */
function isExchangeable(a: string, b: string): boolean {
  const soft = '.!…;'
  return (soft.includes(a) && soft.includes(b)) || (a === ':' && b === ';') || (a === ';' && b === ':')
}

/** "List of shells." – «список оболочек», in half the words or without its capital, too: a sentence made a phrase on purpose. */
function isFragment(source: TextView, target: TextView): boolean {
  return (
    (/^[\s"'«“„(]*\p{Lu}/u.test(source.masked) && /^[\s"'«“„(]*\p{Ll}/u.test(target.masked)) ||
    (source.words.length >= 6 && target.words.length * 2 < source.words.length)
  )
}

/** "Remove images?" – «Удаление снимков»: a question made the title of its window. */
const isHeading = once(() => /^\P{L}*\p{L}+(?:ние|тие|ция|вка)(?!\p{L})[^.!?]*$/u)

/** "Replace 1/2... with ½...", "replace with %s (y/n)?": the mark moved with its word. */
function hasDots(text: string): boolean {
  return /…|\.{3}/.test(text)
}

/** A question asked as a guess or a bidding («Возможно, диск переполнен.»), "choose whether" as a question («Нужно ли …?»). */
function isRecast(source: string, target: string): boolean {
  const last = /[^.!?…]*[.!?…]+$/.exec(target.trim())?.[0] ?? target
  if (last.endsWith('?')) return /\b(?:whether|which|what|how|why|when|where|who|if)\b[^.]*\.?\s*$/i.test(source)
  return guess().test(last)
}

const guess = once(
  () =>
    /(?<!\p{L})(?:возможно|вероятно|может быть|проверьте|убедитесь|выберите|укажите|введите|подтвердите|мүмкін|тексеріңіз|таңдаңыз|көрсетіңіз|енгізіңіз|растаңыз)(?!\p{L})/iu,
)

function endsInAbbreviation(text: string): boolean {
  return /(?:^|[\s.(])(?:г|гг|т\.? ?д|т\.? ?п|др|пр|руб|коп|тыс|млн|млрд|см|ж|т\.? ?б|т\.? ?с\.? ?с|мин|сек|ч|чел|мин|сағ|Org|org|min|Min|max|Max|sec|No|alt|Alt|Cont|Num|Ext|ext|i\.d|Mr|Mrs|Ms|Dr|Prof|St|vs|Inc|Co|Ltd|Corp|Jr|etc|p\.?m|a\.?m|\p{Lu})\.$|(?:^|\d )in\.$/u.test(
    text,
  )
}
