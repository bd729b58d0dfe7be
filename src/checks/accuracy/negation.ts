import { mayDeny } from '../../lexicon/denial-classes.ts'
import { allDenials, type LeftDenials, leftDenials } from '../../lexicon/denials.ts'
import { type Negation, negations } from '../../lexicon/negation.ts'
import { negationHole } from '../../lexicon/negation-holes.ts'
import type { Language } from '../../model/index.ts'
import { once } from '../../text/once.ts'
import { type SegmentCheck, targetFlaw, wholeTarget } from '../check.ts'
import type { Pair } from '../pair.ts'

/**
 * The source denies something and nothing in the target does, or the other way round. A good translator may turn a sentence
 * ("did not accept" – «отклонил»), so it is an info; a warning for a plain "not" with no denying word at all on the other side,
 * and where the target's own grammar shows the hole: «никогда прибегать», «ешқашан береді».
 */
export const negation: SegmentCheck = {
  description: {
    id: 'accuracy/negation',
    level: 'info',
    its: 'mistranslation',
    mqm: 'accuracy/mistranslation/negation',
  },
  scope: 'segment',
  weak: 'negation',
  *run(pair) {
    if (pair.isGarbled || pair.isUntranslated || pair.source.words.length < 3 || pair.source.text.includes('\u00ad'))
      return
    // "Not Bhutan", "No access": a label is put in other words.
    if (!pair.isSentence && pair.source.words.length < 6) return
    const denials = deniesOf(pair.source.masked, pair.sourceLanguage)
    const word = denials[0]
    const hole = pair.isSentence || pair.isProse ? negationHole(pair.target.masked, pair.targetLanguage) : undefined
    if (hole !== undefined) {
      const level = word === undefined && !mayDeny(pair.source.masked) ? 'info' : 'warning'
      yield targetFlaw(hole.start, hole.end, { variant: 'hole', level, data: { word: hole.text } })
      return
    }
    const left = denials.length > 0 || (pair.isProse && mayDeny(pair.source.masked)) ? leftOf(pair) : undefined
    if (left !== undefined && word !== undefined) {
      // "has no power" – «өкілеттілігі бар»: there is, where there should be none.
      const isThere =
        pair.targetIs('kk') &&
        pair.isSentence &&
        /^no$/i.test(word.text) &&
        thereIs().test(pair.target.masked) &&
        left.possible < denials.length
      // "neither … nor" denies once.
      const surely = denials.filter(({ text }) => !/^nor$/i.test(text)).length
      // Two denials of which one is left: "did not know that not everyone" – «барлығы ұқсамайтынын білген».
      const isFewer = surely > 1 && surely > left.answers + left.possible
      const isGone = left.answers < denials.length && left.possible === 0
      // Counted strictly, every denial of the source wants one of its own: looser, so it never warns alone.
      const wanted = surely + left.asked.length
      const isOutnumbered = pair.isProse && wanted > left.answers && (wanted > 1 || left.possible === 0)
      if (!isThere && !isFewer && !isGone && !isOutnumbered) return
      const isLoud = pair.isProse && pair.isSentence && (isThere || isFewer || (isGone && left.answers === 0))
      yield wholeTarget(pair, {
        variant: 'lost',
        data: { word: word.text },
        ...(isLoud ? { level: 'warning' as const } : {}),
      })
    } else if (left !== undefined && left.asked.length > left.answers) {
      yield wholeTarget(pair, { variant: 'lost', data: { word: left.asked[0] ?? '' } })
    } else if (pair.targetIs('ru') && pair.target.masked.includes('не ') && twoDenials().test(pair.target.masked)) {
      if (negations(pair.source.masked, pair.sourceLanguage).length > 0) return
      const extra = negations(pair.target.masked, pair.targetLanguage).find(({ sure }) => sure)
      if (extra !== undefined)
        yield targetFlaw(extra.start, extra.end, { variant: 'added', data: { word: extra.text } })
    }
  },
}

/** Labels are put in other words anyway: only in prose are denials by meaning held against each other. */
function leftOf({ isProse, source, target, sourceLanguage, targetLanguage }: Pair): LeftDenials {
  return isProse
    ? leftDenials(source.masked, sourceLanguage, target.masked, targetLanguage)
    : allDenials(target.masked, targetLanguage)
}

const thereIs = once(() => /^(?!.*(?:жоқ|жоғ|емес)).*(?<!\p{L})бар(?![\p{L}\d]| (?:ма|ме|болған|бол))/su)

/** Denials of the source that a translation shows; those by meaning have words of their own. */
function deniesOf(text: string, language: Language): readonly Negation[] {
  if (!language.startsWith('en')) return negations(text, language).filter(({ sure }) => sure)
  if (!plainEnglish.test(text)) return []
  return negations(text, language).filter(
    ({ sure, text: word, start, end }) =>
      sure &&
      word !== word.toUpperCase() &&
      // "whether or not", "if not", "no-interaction", `never`.
      !/(?:\b(?:or|if|in) |[`>[{_=-]|["'“‘](?=\w+["'”’]))$/i.test(text.slice(Math.max(0, start - 11), start)) &&
      // "not only", "not impossible", "not until", "isn't it".
      !/^(?:["'”’`<|&\]_]|-(?!one)| only| up to date| hesitate| impossible| uncommon| unlike| just| merely| simply| solely| until| that (?:he|she|it|they|I|we|you)\b| to mention|(?: \w+)? matter| help but| (?:it|you|he|she|they|we|that)(?:\?| \w+[,?'’]))/.test(
        text.slice(end, end + 24),
      ),
  )
}

const plainEnglish = /n['’]t(?![a-z])|(?<![a-z])(?:not|no|never|cannot|nobody|nothing|none|neither|nor)(?![a-z])/i
const twoDenials = once(() => /(?<!\p{L})не .{3,200}(?<!\p{L})не /iu)
