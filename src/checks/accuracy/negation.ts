import { denialBalance, type Negation, negations } from '../../lexicon/negation.ts'
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
    const hole = word !== undefined && pair.isSentence ? lonelyPronoun(pair) : undefined
    if (hole !== undefined) {
      yield targetFlaw(hole.start, hole.end, { variant: 'hole', level: 'warning', data: { word: hole.text } })
      return
    }
    if (word !== undefined) {
      const found = negations(pair.target.masked, pair.targetLanguage).filter(({ text }) => !isNoDenial().test(text))
      const plain = denials.filter(({ sure, text }) => sure || /^(?:no|nobody|nothing|none)$/i.test(text)).length
      // "has no power" – «өкілеттілігі бар»: there is, where there should be none.
      const isThere =
        pair.targetIs('kk') &&
        pair.isSentence &&
        /^no$/i.test(word.text) &&
        thereIs().test(pair.target.masked) &&
        possibleDenials(pair) < denials.length
      // "neither … nor" denies once.
      const surely = denials.filter(({ sure, text }) => sure && !/^nor$/i.test(text)).length
      // Two denials of which one is left: "did not know that not everyone" – «барлығы ұқсамайтынын білген».
      const isFewer = surely > 1 && surely > found.length + possibleDenials(pair)
      const isGone = found.length < Math.max(1, plain) && possibleDenials(pair) === 0
      if (!isThere && !isFewer && !isGone && !isOutweighed(pair)) return
      const isLoud =
        pair.isProse && pair.isSentence && (isThere || isFewer || (isGone && found.length === 0 && plain > 0))
      yield wholeTarget(pair, {
        variant: 'lost',
        data: { word: word.text },
        ...(isLoud ? { level: 'warning' as const } : {}),
      })
    } else if (pair.targetIs('ru') && pair.target.masked.includes('не ') && twoDenials().test(pair.target.masked)) {
      if (negations(pair.source.masked, pair.sourceLanguage).length > 0) return
      const extra = negations(pair.target.masked, pair.targetLanguage).find(({ sure }) => sure)
      if (extra !== undefined)
        yield targetFlaw(extra.start, extra.end, { variant: 'added', data: { word: extra.text } })
    }
  },
}

/** The source denies oftener than anything in the target could: looser, so it never warns alone. */
function isOutweighed({ isProse, source, target, sourceLanguage, targetLanguage }: Pair): boolean {
  return isProse && denialBalance(source.masked, sourceLanguage, target.masked, targetLanguage) > 0
}

const thereIs = once(() => /^(?!.*(?:жоқ|жоғ|емес)).*(?<!\p{L})бар(?![\p{L}\d]| (?:ма|ме|болған|бол))/su)

/** Denials of the source that a translation shows. In English only the plain ones: "un-" and "-less" have words of their own. */
function deniesOf(text: string, language: Language): readonly Negation[] {
  if (!language.startsWith('en')) return negations(text, language).filter(({ sure }) => sure)
  if (!plainEnglish.test(text)) return []
  return negations(text, language).filter(
    ({ sure, text: word, start, end }) =>
      (sure || plainEnglish.test(word)) &&
      word !== word.toUpperCase() &&
      // "whether or not", "if not", "not only", "not impossible", "no-interaction", `never`.
      !/(?:\b(?:or|if|in) |["'“‘`>[{_=-])$/i.test(text.slice(Math.max(0, start - 11), start)) &&
      !/^(?:["'”’`<|&\]_]|-(?!one)| only| up to date| hesitate| impossible| uncommon| unlike| (?:it|you|he|she|they|we)\?)/.test(
        text.slice(end, end + 12),
      ),
  )
}

const plainEnglish =
  /n['’]t(?![a-z])|(?<![a-z])(?:not|no|never|cannot|nobody|nothing|none|neither|nor|without|unable|unfit|impossible|inevitable|inadequate|ineligible)(?![a-z])/i
const twoDenials = once(() => /(?<!\p{L})не .{3,200}(?<!\p{L})не /iu)

/** Words that only look negated: Friday, united, security, independence, «несмотря», «необходимый». */
const isNoDenial = once(
  () =>
    /^(?:жұма\p{L}*|құрама\p{L}*|қауіпсіз\p{L}*|тәуелсіз\p{L}*|бас|несмотря|необходим\p{L}*|немного|недавн\p{L}*|недел\p{L}*|нескольк\p{L}*|бездомн\p{L}*|безопасн\p{L}*|бесплатн\p{L}*|безработ\p{L}*)$/iu,
)

/** Words that deny without a negation: «вряд ли», «редко», «отказался». */
const russian = once(
  () =>
    /(?<!\p{L})(?:вряд|едва|редко|нет|невозмож|недо|отказ|отрица|отверг|лиш[её]н|лишил|утрат|прекрат|запре[тщ]|избе[гж]|мало|откло|против|вне(?!\p{L})|без|ошибк|сбой|переста|впервые|пропада|воспрещ|отмен|отлич|скры|зависш|зависа|выключ|трудност|сложност|за предел|пуст|кроме|законч|устар|отсоедин|отключ|исчез|забы|заблок|свобод|лишн|нечего|некого|негде|некуда|незачем|никак)/giu,
)
/** Any Kazakh verb with -ма/-ме that the list of negations may have missed, and words that deny by meaning. */
const kazakh = once(
  () =>
    /\p{L}[мбп][ае](?:й(?:тын|тін)\p{L}{0,10}|й(?:ды|ді|мын|мін|мыз|міз|сың|сің|сыз|сіз|ынша|інше)?|(?:ды|ді)(?:м|ң|қ|к)?|(?:ған|ген)\p{L}{0,8}|с[ае](?:м|қ|к|ң\p{L}{0,4})?|с|у(?:ы|і|ын|ін|ға|ге|ды|ді|ын?а|ін?е|ында|інде|ынан|інен|дан|ден|мен)?|стан|стен|сын|сін)(?!\p{L})|(?<!қауіп|тәуел)(?:сыз|сіз)(?!\p{L})|бас тарт|тыйым|әрең|қате|сәтсіз|жаңылыс/gu,
)

/** Words of the target that may deny, counted generously. */
function possibleDenials(pair: Pair): number {
  const pattern = pair.targetIs('ru') ? russian() : pair.targetIs('kk') ? kazakh() : undefined
  if (pattern === undefined) return 0
  return [...pair.target.masked.matchAll(pattern)].length
}

/** «никогда», «ешкім» ask for a negated verb; without one the negation was lost inside the target. */
function lonelyPronoun(
  pair: Pair,
): { readonly start: number; readonly end: number; readonly text: string } | undefined {
  if (pair.targetIs('ru')) {
    const pronoun = pair.target.words.find(
      ({ text, start }) => russianPronoun().test(text) && !/["“«'‘(]$/.test(pair.target.masked.slice(0, start)),
    )
    if (pronoun === undefined || russianDenial().test(clauseAround(pair.target.masked, pronoun.start))) return undefined
    if (!needsDenial(pair.target.masked, pronoun.start, pronoun.end)) return undefined
    // «Почему?» – «Никогда!»: an answer has no verb.
    return pair.target.words.length < 4 ? undefined : pronoun
  }
  if (!pair.targetIs('kk')) return undefined
  const pronoun = pair.target.words.find(({ text }) => kazakhPronoun().test(text))
  if (pronoun === undefined || pair.target.words.length < 4) return undefined
  return kazakhDenial().test(clauseAround(pair.target.masked.slice(pronoun.end), 0)) ? undefined : pronoun
}

/** A verb stands beside the pronoun: «лучше, чем ничего», «никто иной», «ничто для нас» are whole without a negation. */
function needsDenial(text: string, start: number, end: number): boolean {
  const before = /[^,;:.!?—–]*$/.exec(text.slice(0, start))?.[0] ?? ''
  const after = text.slice(end).split(/[,;:.!?—–]| - /, 1)[0] ?? ''
  if (/^ ин(?:ой|ое|ая|ым|ого)/.test(after)) return false
  return russianVerb().test(`${before} ${after}`)
}

/** By their endings: past, present, infinitive and «закреплены». */
const russianVerb = once(
  () =>
    /(?<!\p{L})бы(?:л[аои]?|ть)(?!\p{L})|\p{L}{2}(?:[аяеиу]в(?:ши)?|[аеёиоуыюя]л(?:[аои]|с[ья])?|[аои]лись|[её]т(?:ся|е)?|ит(?:ся|е)?|[уюая]тся|[уюя]т|[её]шь|ишь|[аеиоуыя]ть(?:ся)?|[сз]ти|йте|айся|[ае]н[аоы]|[^иь\P{L}]ю)(?!\p{L})/u,
)

/** From the comma or mark before to the one after; the whole text where that is no clause of its own: «, а также никаких файлов». */
function clauseAround(text: string, at: number): string {
  const from = text.slice(0, at).search(/[^,;:.!?—–]*$/)
  const clause = text.slice(from).split(/[,;:.!?—–]/, 1)[0] ?? ''
  return clause.trim().split(' ').length < 4 || /^\s*(?:а также|и|или|либо) /i.test(clause) ? text : clause
}

const russianPronoun = once(
  () =>
    /^(?:никогда|никто|никого|никому|никем|ничто|ничего|ничему|ничем|нигде|никуда|никак|никакой|никакого|никаких|никаким|никакие|никакая|никакую)$/iu,
)
const russianDenial = once(() => /(?<!\p{L})(?:не(?!\p{L})|не\p{L}{2}|нет|нельзя|ни(?!\p{L})|без)/iu)
const kazakhPronoun = once(() => /^(?:ешқашан|ешкім\p{L}{0,4}|ештеңе\p{L}{0,4}|ешқандай|ешбір|ешқайда|еш)$/iu)
const kazakhDenial = once(
  () =>
    /\p{L}[мбп][ае](?:й|ды|ді|ған|ген|са|се|с|у|п|стан|стен|сын|сін|ң)|(?<!\p{L})(?:емес|жоқ|жоғ|бас тарт|тыйым)|\p{L}(?:сыз|сіз)/u,
)
