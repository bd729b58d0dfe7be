import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A Cyrillic letter the language does not have: Kazakh «қ» or Ukrainian «і» in a Russian word, «ї» in a Kazakh one. */
export const foreignLetter: SegmentCheck = {
  description: {
    id: 'characters/foreign-letter',
    level: 'warning',
    its: 'characters',
    mqm: 'linguistic-conventions/spelling',
  },
  scope: 'segment',
  *run(pair, { terms }) {
    const { source, target } = pair
    const foreign = pair.targetIs('ru') ? notRussian : pair.targetIs('kk') ? notKazakh : undefined
    if (foreign === undefined || pair.isGarbled || !foreign.test(target.masked)) return
    for (const word of target.words) {
      if (!foreign.test(word.text) || source.text.includes(word.text)) continue
      // A name in its own spelling stands in the glossary.
      if (
        !terms.isEmpty &&
        terms.find(word.text, [{ ...word, start: 0, end: word.text.length }], target.language).length > 0
      )
        continue
      yield targetFlaw(word.start, word.end, { data: { word: word.text, letters: lettersOf(word.text, foreign) } })
    }
  },
}

const notRussian = /[\u0400\u0402-\u040f\u0450\u0452-\u045f\u0460-\u052f]/u
/** Kazakh has the Russian letters and ә ғ қ ң ө ұ ү һ і. */
const notKazakh =
  /[\u0400\u0402-\u0405\u0407-\u040f\u0450\u0452-\u0455\u0457-\u045f\u0460-\u0491\u0494-\u0499\u049c-\u04a1\u04a4-\u04ad\u04b2-\u04b9\u04bc-\u04d7\u04da-\u04e7\u04ea-\u052f]/u

function lettersOf(word: string, foreign: RegExp): string {
  return [...new Set([...word].filter(letter => foreign.test(letter)))].join(' ')
}
