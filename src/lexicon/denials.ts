/**
 * Denials by meaning in English and what says the same in Russian and Kazakh: "deny" – «отрицать», "without" – «без»,
 * «-сыз», "lack" – «недостаток». Held against each other, what each side has left shows a lost negation.
 */

import { baseLanguage, type Language } from '../model/index.ts'
import { once } from '../text/once.ts'
import { denialClasses } from './denial-classes.ts'
import { negations } from './negation.ts'

/** What is left on each side when the denials by meaning have met. */
export interface LeftDenials {
  /** Denials by meaning that nearly always ask for one, unanswered by a word of their own. */
  readonly asked: readonly string[]
  /** Denials of the target that are left to answer these and the plain ones. */
  readonly answers: number
  /** Words of the target that may deny, counted generously; what `answers` counts may be among them. */
  readonly possible: number
}

/** Denials by meaning are known for English into Russian or Kazakh; otherwise nothing is paired off. */
export function leftDenials(
  source: string,
  sourceLanguage: Language,
  target: string,
  targetLanguage: Language,
): LeftDenials {
  const tag = tagOf(targetLanguage)
  const denials = denialSpans(target, targetLanguage)
  if (tag === undefined || baseLanguage(sourceLanguage) !== 'en') return counted(denials)
  // With nothing denied in the target, only what asks for a denial is of interest.
  const isBare = denials.answers.length + denials.possible.length === 0
  const taken: Span[] = []
  const asked: string[] = []
  for (const each of denialClasses()) {
    if (isBare && !each.strong) continue
    const inSource = source.match(each.en)
    if (inSource === null) continue
    const free = spansOf(target, each[tag]).filter(span => !meetsAny(span, taken))
    taken.push(...free.slice(0, inSource.length))
    if (each.strong) asked.push(...inSource.slice(free.length))
  }
  return counted(denials, taken, asked)
}

/** The denials of a target alone. */
export function allDenials(target: string, language: Language): LeftDenials {
  return counted(denialSpans(target, language))
}

interface DenialSpans {
  readonly answers: readonly Span[]
  readonly possible: readonly Span[]
}

function denialSpans(target: string, language: Language): DenialSpans {
  const tag = tagOf(language)
  const denials = negations(target, language).filter(({ text }) => !isNoAnswer().test(text))
  // Pronouns stand beside a denial; only where there is none («лучше, чем ничего») do they stand in its place.
  const plain = denials.filter(({ text }) => !pronoun().test(text))
  return {
    answers: plain.length > 0 ? plain : denials.slice(0, 1),
    possible: tag === undefined ? [] : spansOf(target, tag === 'ru' ? russian() : kazakh()),
  }
}

function counted(
  { answers, possible }: DenialSpans,
  taken: readonly Span[] = [],
  asked: readonly string[] = [],
): LeftDenials {
  const isFree = (span: Span): boolean => !meetsAny(span, taken)
  return { asked, answers: answers.filter(isFree).length, possible: possible.filter(isFree).length }
}

function tagOf(language: Language): 'ru' | 'kk' | undefined {
  const tag = baseLanguage(language) as string
  return tag === 'ru' || tag === 'kk' ? tag : undefined
}

/** Words that only look negated: Friday, united, security, «несмотря», «необходимый». */
const isNoAnswer = once(
  () =>
    /^(?:жұма\p{L}*|құрама\p{L}*|қауіпсіз\p{L}*|тәуелсіз\p{L}*|бас|несмотря|необходим\p{L}*|немного|недавн\p{L}*|недел\p{L}*|нескольк\p{L}*|бездомн\p{L}*|безопасн\p{L}*|бесплатн\p{L}*|безработ\p{L}*)$/iu,
)

/** Words that deny without a negation: «вряд ли», «редко», «отказался». */
const russian = once(
  () =>
    /(?<!\p{L})(?:вряд|едва|редко|нет|невозмож|недо|отказ|отрица|отверг|лиш[её]н|лишил|утрат|прекрат|запре[тщ]|избе[гж]|мало|откло|против|вне(?!\p{L})|без(?!дом|опас|работ)|ошибк|сбой|переста|впервые|пропада|воспрещ|отмен|отлич|скры|зависш|зависа|выключ|трудност|сложност|за предел|пуст|кроме|законч|устар|отсоедин|отключ|исчез|забы|заблок|свобод|лишн|нечего|некого|негде|некуда|незачем|никак)\p{L}*/giu,
)
/** Any Kazakh verb with -ма/-ме that the list of negations may have missed, and words that deny by meaning. */
const kazakh = once(
  () =>
    /\p{L}+[мбп][ае](?:й(?:тын|тін)\p{L}{0,10}|й(?:ды|ді|мын|мін|мыз|міз|сың|сің|сыз|сіз|ынша|інше)?|(?:ды|ді)(?:м|ң|қ|к)?|(?:ған|ген)\p{L}{0,8}|с[ае](?:м|қ|к|ң\p{L}{0,4})?|с|у(?:ы|і|ын|ін|ға|ге|ды|ді|ын?а|ін?е|ында|інде|ынан|інен|дан|ден|мен)?|стан|стен|сын|сін)(?!\p{L})|\p{L}*(?<!қауіп|тәуел)(?:сыз|сіз)(?!\p{L})|бас тарт|тыйым|әрең|қате|сәтсіз|жаңылыс/gu,
)

const pronoun = once(() => /^(?:ни|ник\p{L}+|нич\p{L}+|нигде|еш\p{L}+)$/iu)

/** UTF-16 offsets of the target. */
interface Span {
  readonly start: number
  readonly end: number
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
}

function meetsAny(a: Span, spans: readonly Span[]): boolean {
  return spans.some(b => a.start < b.end && b.start < a.end)
}
