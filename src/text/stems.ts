/** The stems of texts, in which they are compared for what they say. */

import type { Language } from '../model/index.ts'
import { stem } from './stem.ts'
import { foldWord, words } from './words.ts'

/** More words than this are forgotten and stemmed again: memory stays bounded on endless input. */
const mostRemembered = 200_000

/** Calls back with the stem of each word of two letters or more, repetitions too; a word is stemmed once. */
export function stemReader(language: Language): (text: string, visit: (stem: string) => void) => void {
  const remembered = new Map<string, string>()
  return (text, visit) => {
    for (const word of words(text)) {
      let form = remembered.get(word.text)
      if (form === undefined) {
        form = stem(foldWord(word.text, language), language)
        if (remembered.size >= mostRemembered) remembered.clear()
        remembered.set(word.text, form)
      }
      if (form.length >= 2) visit(form)
    }
  }
}
