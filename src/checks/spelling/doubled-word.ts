import { type SegmentCheck, targetFlaw } from '../check.ts'
import type { TextView } from '../text-view.ts'

/** The same word twice in a row. */
export const doubledWord: SegmentCheck = {
  description: {
    id: 'spelling/doubled-word',
    level: 'warning',
    its: 'duplication',
    mqm: 'linguistic-conventions/duplication',
  },
  scope: 'segment',
  *run({ source, target, isGarbled }) {
    if (isGarbled) return
    const doubles = doubled(target)
    if (doubles.length === 0) return
    // "Duran Duran", "New York, New York", "very very": what the source doubles the target may double.
    let allowed = doubled(source, true).length
    for (const { start, end, word, gapStart } of doubles) {
      if (allowed-- > 0) continue
      yield targetFlaw(start, end, {
        data: { word },
        fix: { side: 'target', start: gapStart, end, text: '', safe: false },
      })
    }
  },
}

interface Double {
  readonly start: number
  readonly gapStart: number
  readonly end: number
  readonly word: string
}

function doubled(view: TextView, withNames = false): readonly Double[] {
  const { words, masked } = view
  const found: Double[] = []
  for (let i = 1; i < words.length; i++) {
    const a = words[i - 1]
    const b = words[i]
    if (a === undefined || b === undefined || a.text.length !== b.text.length || b.start - a.end > 3) continue
    if (!/^\s+$/.test(masked.slice(a.end, b.start)) || a.text.toLowerCase() !== b.text.toLowerCase()) continue
    // A letter or an all-capital code may stand twice; so may words that languages double on purpose.
    if (a.text.length < 2 || reduplicated.has(a.text.toLowerCase())) continue
    // «КОМАНДА Команда для …», «жаңа ЖАҢА_ТОП»: a heading before its text, a name for a value.
    if (a.text !== b.text && [a.text, b.text].some(word => word === word.toUpperCase() && word.length > 2)) continue
    // «хабарламалар хабарламалар тізімінде»: a subject before "the list of …".
    const next = words[i + 1]?.text ?? ''
    if (/(?:лар|лер|дар|дер|тар|тер)$/.test(b.text) && /[ыі](?:н|м|ң)?\p{L}{0,4}$/u.test(next)) continue
    // «нәтиже Нәтиже_валютасы», «что что-то», «Вращение⏎вращение»: a name, another word, another line of the same.
    if (/[_-]/.test(masked[b.end] ?? '') || (a.text !== b.text && masked.slice(a.end, b.start).includes('\n'))) continue
    // Two capitals inside a sentence: a name such as «Бора Бора».
    const isName = /^\p{Lu}/u.test(a.text) && /^\p{Lu}/u.test(b.text) && a.start > 0
    if (!isName || withNames) found.push({ start: a.start, gapStart: a.end, end: b.end, word: b.text })
  }
  return found
}

/** Doubled for emphasis or as a set phrase: English "had had", "that that"; Kazakh «қайта қайта», «ішкі ішкі істер». */
const reduplicated: ReadonlySet<string> = new Set(
  'had that is blah ha no very long bye көп қайта талай там тырс оқта анда әлсін топ жиі күн ішкі бірте бір-бір ой так очень давно долго да нет ха ля ура ну вот'.split(
    ' ',
  ),
)
