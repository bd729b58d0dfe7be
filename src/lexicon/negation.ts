/** Words that deny: counted on both sides of a pair, a negation that went missing shows. */

import { baseLanguage, type Language } from '../model/index.ts'
import { once } from '../text/once.ts'
import { kazakhToLatin } from '../text/transliterate.ts'
import { foldWord, type Word, words } from '../text/words.ts'

/**
 * `sure`: denies the sentence (`not`, «не», «емес», `бармайды`). Otherwise it may be translated by another means:
 * `without`, «без», «жұмыссыз», a prefix.
 */
export interface Negation extends Word {
  readonly sure: boolean
}

/** All negations of a text in order; none for languages not known here. */
export function negations(text: string, language: Language): readonly Negation[] {
  const rules = rulesOf(language)
  if (rules === undefined) return []
  const found: Negation[] = []
  for (const word of words(text)) {
    const folded = foldWord(word.text, language)
    // `No. 1` is a number.
    if (folded === 'no' && /^\. ?\d/u.test(text.slice(word.end, word.end + 3))) continue
    if (rules.sure.test(folded)) found.push({ ...word, sure: true })
    else if (rules.likely.test(folded)) found.push({ ...word, sure: false })
  }
  return found
}

interface NegationRules {
  readonly sure: RegExp
  readonly likely: RegExp
}

// Words are runs of letters, so a dot is a letter here; classes of Unicode would take long to build.

const english: NegationRules = {
  sure: /^(?:not|never|cannot|.+n't|dont|doesnt|didnt|wont|cant|neither|nor|no|nobody|nothing|none)$/u,
  likely:
    /^(?:nowhere|without|hardly|barely|rarely|seldom|unable|unlikely|refus\w*|den(?:y|ies|ied|ying)|fail(?:s|ed|ing)?|lack\w*|absen\w+|impossible|inadmissible|unacceptable|un\w{5,}|in(?:ad|el|ca|co|de|ef|ev|ex|ju|op|su|to)\w{4,}|\w+less|until|unless|rather|instead|except|unfit|non\w{3,}|dis(?:agree|like|approv|regard|respect|obey|miss)\w*)$/u,
}

const russian: NegationRules = {
  // A negative pronoun needs a denied verb beside it: «никто не знал». Alone it denies nothing.
  sure: /^(?:не|нет|ни|нельзя|нету|незачем|некому|нечего|негде|некуда)$/u,
  likely:
    /^(?!немец|недел|нескол|недав|необходим|независ|безопас|некотор|немног|ненавис|бесплат|беспок|незамед|немедл|невест|небольш|невысок|никол|ничь)(?:ник.+|нич.+|нигде|без|бес.{4,}|без.{4,}|не.{5,}|отказ.*|отриц.*|отверг.*|отсутств.*|невозможн.*|вряд|едва|редко|кроме|переста.+|прекра[тщ].+|утра[тч].+|лиш[её]н.*|лишил.*)$/u,
}

// The verb's negative suffix and what may follow it: бар-ма-йды, көр-ме-ген, айт-па-са, кел-ме-й.
const kazakhVerb =
  '.{2,}(?:ма|ме|ба|бе|па|пе)(?:й(?:ды|ді|м|мын|мін|сың|сің|сыз|сіз|мыз|міз|т[ыі]н.{0,12}|нша|інше)?|(?:ды|ді)(?:м|ң|қ|к|ңыз|ңіз)?|(?:ған|ген).{0,8}|с|са(?:м|ң|қ|ңыз)?|се(?:м|ң|к|ңіз)?|сын|сін|стан|стен|у(?:[іы]|ге|ға|ін|ын|ді|ды|іне|ына|інің|ының|імен|ымен)?|ңыз|ңіз|ңдар|ңдер|пты|пті|п)'

const kazakh = once(
  (): NegationRules => ({
    sure: new RegExp(`^(?:емес.{0,6}|жоқ.{0,5}|жоғы.{0,4}|${kazakhVerb})$`, 'u'),
    likely: /^(?!тәуелсіз|қауіпсіз)(?:еш.{2,}|.{2,}(?:сыз|сіз).{0,8}|тыйым)$/u,
  }),
)

/** Nouns that end as if they denied: press, lump, apple, cotton; met in texts, listed by hand. */
const kazakhNotNegative = once(
  () =>
    /^(?:алма|тамаша|баспа|басқа|қоспа|көрме|бағдарлама|хабарлама|жарнама|мекеме|келісімшарт|нұсқама|сараптама|зерттеме|қоғалма|басқарма|орама|дәме|тұжырымдама|анықтама|мәлімдеме|түсіндірме|кинокөрме|кеме|теңге|жаңғырма|шығарма|көшірме|айнымалы|сақтама|қыстырма|қосымша|сарқырама|жинақтама|аударма|қозғалма|тексерме|жүктеме|шектеме|өтпе|төрелеме|бөлме|терме|сызба|жазба|көтерме|қатпа|салма|егеме|таңба|домбыра|әмбе|қаулы|үлеспе|жұмба|қарама|шама|ама|тарма|сома|система|реформа|форма|схема|проблема|программа|тема|панорама|дилемма|норма|платформа|драма|дума|армия|өлме|елме|немесе|томас)(?!ған|ген|ды|ді|й|у|са[мңқ]).*$/u,
)

function rulesOf(language: Language): NegationRules | undefined {
  switch (baseLanguage(language) as string) {
    case 'en':
      return english
    case 'ru':
      return russian
    case 'kk':
      return withExceptions()
    case 'kk-Latn':
      return latinKazakh()
    default:
      return undefined
  }
}

/** A word of the exceptions is no negation; tested by a look-ahead so that a rule stays one expression. */
const withExceptions = once(
  (): NegationRules => ({
    sure: new RegExp(`^(?!${kazakhNotNegative().source.slice(1)})(?:${kazakh().sure.source.slice(1, -1)})$`, 'u'),
    likely: kazakh().likely,
  }),
)

/** The same in the Latin alphabet. */
const latinKazakh = once(
  (): NegationRules => ({
    sure: new RegExp(kazakhToLatin(withExceptions().sure.source), 'u'),
    likely: new RegExp(kazakhToLatin(withExceptions().likely.source), 'u'),
  }),
)
