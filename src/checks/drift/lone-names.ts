/** Which language of one span stands alone with a name? */

import { type NameEvidence, type PairEvidence, pairEvidence } from '../../lexicon/pair-evidence.ts'
import type { Language } from '../../model/index.ts'
import { endingSounds, soundSimilarity, soundsOf } from '../../text/transliterate.ts'
import { foldWord, isCapitalised, words } from '../../text/words.ts'
import type { LanguageText, LoneVoice } from './lone-voice.ts'

/**
 * The other languages share a name that this one has not, and this one has a name that is in none of them: one stands for the
 * other. A name that is only missing proves nothing: pronouns and «the city» stand for names everywhere.
 */
export function nameVoices(texts: readonly LanguageText[]): readonly LoneVoice[] {
  if (!texts.every(({ text }) => capitalInside.test(text))) return []
  const evidence = evidenceOf(texts)
  return texts.flatMap(side => {
    const [first, ...others] = texts.filter(other => other !== side)
    if (first === undefined) return []
    const toFirst = evidence(first, side)
    const shared = others.map(other => evidence(first, other).source.names)
    const toOthers = others.map(other => evidence(other, side).target)
    const expected = toFirst.source.names.filter(
      name =>
        name.proper &&
        isLost(name, first.language, side) &&
        shared.every(names => names.some(({ start, found }) => start === name.start && found)),
    )
    const own = toFirst.target.names.filter(
      name =>
        name.proper &&
        isLost(name, side.language, first) &&
        others.every(other => isLost(name, side.language, other)) &&
        toOthers.every(({ names }) => names.some(({ start, found }) => start === name.start && !found)),
    )
    for (const mine of own) {
      const other = expected.find(name => isInPlace(mine.start, side.text, name.start, first.text))
      const likeness = (name: NameEvidence): number => likenessOf(name.text, first.language, mine.text, side.language)
      const most = other && isPlace(mine) && isPlace(other) ? mostLikenessOfPlaces : mostLikeness
      // One spelled in its own way is lost, too; a stranger is like none of them.
      if (other === undefined || expected.some(name => likeness(name) >= most)) continue
      const { start, end, text } = mine
      const said = { found: text, expected: other.text, expectedLanguage: first.language }
      return [{ kind: 'name', language: side.language, start, end, ...said }]
    }
    return []
  })
}

/** A capital anywhere but at the beginning: asked before the costly evidence is gathered. */
const capitalInside = /[\s«“"(]\p{Lu}\p{L}{3}/u

/** A name, long enough to be told by its sound, that no word written large in another text is like. */
function isLost({ found, text }: NameEvidence, language: Language, other: LanguageText): boolean {
  if (found || text.length < shortestName) return false
  return words(other.text).every(
    word => !isCapitalised(word.text) || likenessOf(text, language, word.text, other.language) < mostLikenessOfWords,
  )
}

const shortestName = 5
/** As in the rule `names/mismatch`. */
const mostLikenessOfWords = 0.52

/**
 * Names in unlike places belong to a sentence told in other words: «признан незаконным испанским правительством», "deemed
 * illegal by Madrid". Measured on development news.
 */
function isInPlace(a: number, textA: string, b: number, textB: string): boolean {
  return Math.abs(a / textA.length - b / textB.length) <= 0.2 || Math.abs(a - b) <= 15
}

/** Above this two words may be one name: `Watson` and «Уотсон» 0.6, `Almaty` and «Астана» 0.35. Most strangers have 0. */
const mostLikeness = 0.4
const mostLikenessOfPlaces = 0.55

/** A name the lexicon has translations of: that these are nowhere speaks for itself. */
function isPlace({ known, proper }: NameEvidence): boolean {
  return known && proper
}

/** How alike two names sound, also those that begin unlike: `Vettel`, «Феттель». */
function likenessOf(a: string, languageA: Language, b: string, languageB: Language): number {
  const sounds = (text: string, language: Language): string => soundsOf(foldWord(text, language))
  return soundSimilarity(sounds(a, languageA), sounds(b, languageB), endingSounds(languageA), endingSounds(languageB))
}

/** The names of one text and what is known of them in another; each pair of texts is looked at once. */
function evidenceOf(
  texts: readonly LanguageText[],
): (source: LanguageText, target: LanguageText) => Pick<PairEvidence, 'source' | 'target'> {
  const pairs = new Map<number, PairEvidence>()
  return (source, target) => {
    const [i, j] = [texts.indexOf(source), texts.indexOf(target)]
    const [first, second] = i < j ? [source, target] : [target, source]
    const key = Math.min(i, j) * texts.length + Math.max(i, j)
    const found =
      pairs.get(key) ??
      pairEvidence(first.text, second.text, { sourceLanguage: first.language, targetLanguage: second.language })
    pairs.set(key, found)
    return i < j ? found : { source: found.target, target: found.source }
  }
}
