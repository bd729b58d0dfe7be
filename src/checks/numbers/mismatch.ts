import type { NumberMention } from '../../text/numbers.ts'
import { once } from '../../text/once.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'
import { comparisonOf } from './comparison.ts'

/** A number of the source is missing in the target, or another stands in its place. By value: 25,000 = 25 тыс. = 25 мың. */
export const numberMismatch: SegmentCheck = {
  description: { id: 'numbers/mismatch', level: 'error', its: 'numbers', mqm: 'accuracy/mistranslation/number' },
  scope: 'segment',
  *run(pair) {
    if (
      pair.isGarbled ||
      isCode(pair.source.text) ||
      /\d&\d+(?:st|nd|rd|th)\b/.test(pair.source.text) ||
      (!pair.isSentence && /\d&\d/.test(pair.source.text))
    )
      return
    const { missing, extra, inWordsOnly } = comparisonOf(pair)
    if (missing.length === 0 && inWordsOnly.length === 0) return
    const { source, target } = pair
    const added = extra.filter(mention => !mention.spelled)
    for (const hidden of missing.length === 0 ? inWordsOnly : []) {
      const other = added.shift()
      if (other === undefined) return
      const data = {
        expected: source.text.slice(hidden.start, hidden.end),
        found: target.text.slice(other.start, other.end),
      }
      yield targetFlaw(other.start, other.end, { data, level: 'warning' })
    }
    const absent: NumberMention[] = []
    for (const lost of missing) {
      const written = source.text.slice(lost.start, lost.end)
      // In words a number is easily turned ("two men" – «оба», "four years" – «четырёхлетие»): only against another number.
      // "1 file" – «%d файл»: the number is filled in.
      if (lost.value === 1 && (pair.isForOneNumber || target.placeholders.length > source.placeholders.length)) continue
      if (lost.value === 0 && nothing().test(target.masked)) continue
      if (lost.spelled && (extra.length === 0 || lost.value < 2)) continue
      const other = added.shift() ?? (lost.spelled ? extra[0] : undefined)
      if (other === undefined) {
        // "1 millimeter is" – «миллиметр равен».
        if (!lost.spelled && !(lost.value === 1 && /^ \p{L}+ (?:is|equals)\b/u.test(source.text.slice(lost.end))))
          absent.push(lost)
      } else {
        const found = target.text.slice(other.start, other.end)
        yield targetFlaw(other.start, other.end, {
          data: { expected: written, found },
          ...(isExample(source.text, lost)
            ? { level: 'info' as const }
            : lost.spelled || other.spelled
              ? { level: 'warning' as const }
              : {}),
        })
      }
    }
    // What is left out together is one fault.
    if (absent.length > 0) {
      const expected = absent.map(({ start, end }) => source.text.slice(start, end)).join(', ')
      yield targetFlaw(0, target.text.length, {
        variant: 'missing',
        data: { expected },
        ...(absent.every(lost => isExample(source.text, lost))
          ? { level: 'info' as const }
          : // A label may name the thing otherwise: "1.5 lines" – «полуторный».
            !pair.isSentence && source.words.length <= 4
            ? { level: 'warning' as const }
            : {}),
      })
    }
  },
}

/** Nought in words that are no numbers: «список пуст», «ешбір нысан жоқ». */
const nothing = once(() => /(?<!\p{L})(?:обнул|ни од[ин]|пуст|нет(?!\p{L})|бос(?!\p{L})|жоқ|ешбір|ешқандай)/iu)

/** "e.g. 15:30, 2:35 pm": which examples help is the translator's to say. */
function isExample(text: string, { start }: NumberMention): boolean {
  // A date on its own shows a format.
  if (!/\p{L}/u.test(text) && /^\d\d?[./]\d\d?[./]\d{4}/.test(text.slice(start))) return true
  return /(?:\be\.g\.|\(for example|\bexamples?:)[^()]{0,160}$/i.test(text.slice(Math.max(0, start - 170), start))
}

/** A key the program reads (`calendar:week_start:0`), a number a menu sign cuts in two ("20_0 %"), a list of keywords (`m/s²;m/s2;`). */
function isCode(text: string): boolean {
  return (
    /^[A-Za-z_]+:[\w:.]+$/.test(text) ||
    /\d[_~]\d|^\d[_~]\p{L}/u.test(text) ||
    /^[^&]*;[^\s&][^;&\n]{0,40};[^\s&][^&]*$/.test(text)
  )
}
