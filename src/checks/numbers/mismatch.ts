import type { Level } from '../../model/index.ts'
import type { NumberMention } from '../../text/numbers.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'
import type { Pair } from '../pair.ts'
import { hiddenLoss, missingNumber } from './hidden-loss.ts'
import { isSaidOtherwise } from './said-otherwise.ts'
import { isScreen } from './screen.ts'

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
    const { missing, extra, inWordsOnly, magnitudes } = pair.comparison
    yield* differing(
      pair,
      magnitudes.map(({ source, target }) => ({ lost: source, other: target })),
    )
    if (missing.length === 0 && inWordsOnly.length === 0) {
      if (magnitudes.length === 0) yield* hiddenLoss(pair)
      return
    }
    const { source, target } = pair
    const added = extra.filter(mention => !mention.spelled)
    for (const hidden of missing.length === 0 ? inWordsOnly : []) {
      const other = added.shift()
      if (other === undefined) {
        if (extra.some(mention => !mention.spelled)) return
        yield missingNumber(pair, source.text.slice(hidden.start, hidden.end), 'info')
        return
      }
      const data = {
        expected: source.text.slice(hidden.start, hidden.end),
        found: target.text.slice(other.start, other.end),
      }
      yield targetFlaw(other.start, other.end, { data, level: 'warning' })
    }
    const absent: NumberMention[] = []
    const changed: Changed[] = []
    for (const lost of missing) {
      // In words a number is easily turned ("two men" – «оба», "four years" – «четырёхлетие»): only against another number.
      // "1 file" – «%d файл»: the number is filled in.
      if (lost.value === 1 && (pair.isForOneNumber || target.placeholders.length > source.placeholders.length)) continue
      if (isSaidOtherwise(lost, target.masked)) continue
      if (lost.spelled && (extra.length === 0 || lost.value < 2)) continue
      const other = added.shift() ?? (lost.spelled ? extra[0] : undefined)
      if (other !== undefined) changed.push({ lost, other })
      // "1 millimeter is" – «миллиметр равен».
      else if (!lost.spelled && !(lost.value === 1 && /^ \p{L}+ (?:is|equals)\b/u.test(source.text.slice(lost.end))))
        absent.push(lost)
    }
    // Many differences in one text: it is told otherwise.
    const isRecast = source.words.length >= 15 && changed.length + absent.length + extra.length > 2
    yield* differing(pair, changed, isRecast)
    // What is left out together is one fault.
    if (absent.length > 0) {
      const expected = absent.map(({ start, end }) => source.text.slice(start, end)).join(', ')
      yield targetFlaw(0, target.text.length, {
        variant: 'missing',
        data: { expected },
        ...absentLevel(pair, absent, isRecast),
      })
    }
  },
}

/** How bad it is that numbers are gone, where it is less than the rule's own level. */
function absentLevel(pair: Pair, absent: readonly NumberMention[], isRecast: boolean): { readonly level?: Level } {
  const { text, words } = pair.source
  const mayBe = (lost: NumberMention): boolean => isExample(text, lost) || isOneInLabel(pair, lost)
  if (isRecast || isShortened(pair) || absent.every(mayBe)) return { level: 'info' }
  // A label may name the thing otherwise: "1.5 lines" – «полуторный».
  const isLabel = !pair.isSentence && words.length <= 4
  return isLabel || isParagraph(pair) ? { level: 'warning' } : {}
}

/** "1 page" – «на страницу»: one goes without saying in a label. */
function isOneInLabel({ isSentence, isProse }: Pair, { value }: NumberMention): boolean {
  return value === 1 && !isSentence && !isProse
}

/** A hint put in a few words: its numbers went with what was left out, which other rules tell. */
function isShortened({ source, target }: Pair): boolean {
  return source.words.length >= 8 && target.words.length * 5 < source.words.length * 2
}

/** A text of several sentences: what one of them says another may say again. */
function isParagraph({ source }: Pair): boolean {
  return source.words.length >= 30 && (source.masked.match(/[.!?]\s+\p{Lu}/gu)?.length ?? 0) >= 1
}

interface Changed {
  readonly lost: NumberMention
  readonly other: NumberMention
}

/** One finding for each; from three on the text is another one, which is one fault. */
function* differing(
  { source, target }: Pair,
  changed: readonly Changed[],
  isRecast = false,
): Generator<ReturnType<typeof targetFlaw>> {
  const [first] = changed
  if (first !== undefined && changed.length > 2) {
    yield targetFlaw(first.other.start, first.other.end, {
      data: {
        expected: changed.map(({ lost }) => source.text.slice(lost.start, lost.end)).join(', '),
        found: changed.map(({ other }) => target.text.slice(other.start, other.end)).join(', '),
      },
      ...(changed.every(({ lost }) => isExample(source.text, lost))
        ? { level: 'info' as const }
        : isRecast
          ? { level: 'warning' as const }
          : {}),
    })
    return
  }
  for (const { lost, other } of changed) {
    yield targetFlaw(other.start, other.end, {
      data: { expected: source.text.slice(lost.start, lost.end), found: target.text.slice(other.start, other.end) },
      ...(isExample(source.text, lost)
        ? { level: 'info' as const }
        : // "in the 19th century" – «к 1886 году»: not the same kind of thing.
          isRecast || lost.spelled || other.spelled || (lost.kind === 'ordinal') !== (other.kind === 'ordinal')
          ? { level: 'warning' as const }
          : {}),
    })
  }
}

/** "e.g. 15:30, 2:35 pm", `TODAY() returns "13 April 2002"`, the drawing of a screen: which examples help is the translator's to say. */
function isExample(text: string, { start }: NumberMention): boolean {
  // A date on its own shows a format.
  if (!/\p{L}/u.test(text) && /^\d\d?[./]\d\d?[./]\d{4}/.test(text.slice(start))) return true
  if (/^[A-Z][A-Z\d.]*\([^()]*\)/.test(text) && /"[^"]*$/.test(text.slice(0, start))) return true
  if (isScreen(text)) return true
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
