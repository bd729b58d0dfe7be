import { once } from '../../text/once.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A plain blank that may break the line between a number and its unit, an initial and its surname, «№» and its number. Off by default. */
export const noBreakSpace: SegmentCheck = {
  description: { id: 'spacing/no-break', level: 'off', its: 'whitespace', mqm: 'locale-conventions/whitespace' },
  scope: 'segment',
  *run({ target }) {
    for (const match of target.masked.matchAll(pattern())) {
      const start = match.index + match[0].indexOf(' ')
      yield targetFlaw(start, start + 1, { fix: { side: 'target', start, end: start + 1, text: '\u00a0', safe: true } })
    }
  },
}

const pattern = once(
  () =>
    /\d (?=(?:%|°|₽|₸|€|г\.|гг\.|ж\.|км|кг|см|мм|м|млн|млрд|тыс\.|мың|руб\.|тг)(?![\p{L}]))|№ (?=\d)|(?<!\p{L})\p{Lu}\. (?=\p{Lu}\p{Ll})|(?<!\p{L})(?:г|ул|пр|д|стр) ?\. (?=\d|\p{Lu})/gu,
)
