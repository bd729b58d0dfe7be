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
    if (rules.sure.test(folded)) found.push({ ...word, sure: true })
    else if (rules.likely.test(folded)) found.push({ ...word, sure: false })
  }
  return found
}

interface NegationRules {
  readonly sure: RegExp
  readonly likely: RegExp
}

const english: NegationRules = {
  sure: /^(?:not|never|cannot|.+n't|dont|doesnt|didnt|wont|cant|neither|nor)$/u,
  likely:
    /^(?:no|none|nobody|nothing|nowhere|without|hardly|barely|unable|unlikely|refus\w*|den(?:y|ies|ied|ying)|fail(?:s|ed|ing)?|lack\w*|absen\w+|impossible|inadmissible|unacceptable|un\w{5,}|in(?:ad|ca|co|de|ef|ev|ex|ju|op|su|to)\w{4,}|\w+less)$/u,
}

const russian: NegationRules = {
  sure: /^(?:не|нет|ни|никогда|нельзя|никто|никого|никому|никем|ничто|ничего|ничем|нигде|никуда|никак|никакой|никакая|никакого|никакие|никаких|никакую|никаким|нету)$/u,
  likely: /^(?:без|бес.{4,}|без.{4,}|не.{5,}|отказ\p{L}*|отриц\p{L}*|отсутств\p{L}*|невозможн\p{L}*)$/u,
}

// The verb's negative suffix and what may follow it: бар-ма-йды, көр-ме-ген, айт-па-са, кел-ме-й.
const kazakhVerb =
  '.{2,}(?:ма|ме|ба|бе|па|пе)(?:й(?:ды|ді|м|мын|мін|сың|сің|сыз|сіз|мыз|міз|тын|тін|тыны|тіні|тындық|тіндік|тыным|тінім|нша|інше)?|(?:ды|ді)(?:м|ң|қ|к|ңыз|ңіз)?|(?:ған|ген)\\p{L}{0,8}|с|са(?:м|ң|қ|ңыз)?|се(?:м|ң|к|ңіз)?|сын|сін|стан|стен|у|уі|уы|уге|уға|уін|уын|уді|уды|ңыз|ңіз|ңдар|ңдер|пты|пті|п)?'

const kazakh = once(
  (): NegationRules => ({
    sure: new RegExp(
      `^(?:емес\\p{L}{0,6}|жоқ\\p{L}{0,5}|жоғ\\p{L}{1,6}|ешқандай|ешкім\\p{L}{0,4}|ештеңе\\p{L}{0,4}|ешқашан|ешбір\\p{L}{0,4}|ешқайда|${kazakhVerb})$`,
      'u',
    ),
    likely: /^(?:.{2,}(?:сыз|сіз)\p{L}{0,8}|бас|тыйым)$/u,
  }),
)

/** Nouns that end as if they denied: press, lump, apple, cotton; met in texts, listed by hand. */
const kazakhNotNegative = once(
  () =>
    /^(?:алма|тамаша|баспа|басқа|қоспа|көрме|бағдарлама|хабарлама|жарнама|мекеме|келісімшарт|нұсқама|сараптама|зерттеме|қоғалма|басқарма|орама|дәме|тұжырымдама|анықтама|мәлімдеме|түсіндірме|кинокөрме|кеме|теңге|жаңғырма|шығарма|көшірме|айнымалы|сақтама|қыстырма|қосымша|сарқырама|жинақтама|аударма|қозғалма|тексерме|жүктеме|шектеме|өтпе|төрелеме|бөлме|терме|сызба|жазба|көтерме|қатпа|салма|егеме|таңба|домбыра|әмбе|қаулы|үлеспе|жұмба|қарама|шама|ама|тарма|сома|система|реформа|форма|схема|проблема|программа|тема|панорама|дилемма|норма|платформа|драма|дума|армия|өлме|елме)(?!ған|ген|ды|ді|й|у)\p{L}*$/u,
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

/** The same in the Latin alphabet; `\p{L}` must survive the transliteration, which touches Cyrillic only. */
const latinKazakh = once(
  (): NegationRules => ({
    sure: new RegExp(kazakhToLatin(withExceptions().sure.source), 'u'),
    likely: new RegExp(kazakhToLatin(withExceptions().likely.source), 'u'),
  }),
)
