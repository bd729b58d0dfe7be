/**
 * Places where the grammar of Russian or Kazakh asks for a denial that is not there: «никогда прибегать», «ешқашан береді»,
 * «тем менее», «ни плакать, ни кричать» with nothing denied. Told from the text alone.
 */

import { baseLanguage, type Language } from '../model/index.ts'
import { once } from '../text/once.ts'
import { type Word, words } from '../text/words.ts'

/** The first such place; undefined for other languages and for texts too short to be a sentence. */
export function negationHole(text: string, language: Language): Word | undefined {
  switch (baseLanguage(language) as string) {
    case 'ru':
      return (
        (idiomHint.test(text) ? russianIdiom(text) : undefined) ??
        (niHint.test(text) ? russianPronoun(text) : undefined)
      )
    case 'kk':
      return kazakhHint.test(text) ? (kazakhIdiom(text) ?? kazakhPronoun(text)) : undefined
    default:
      return undefined
  }
}

// Told before the costly patterns: most texts have neither.
const idiomHint = /тем менее|отнюдь |ничуть | но и /i
const niHint = /(?:^|[^а-яё])ни(?:[ кгч]|$)/i
const kazakhHint = /еш|, ?[мбп][ае](?:[ .?!]|$)/i

/** Set phrases that have lost their «не». */
function russianIdiom(text: string): Word | undefined {
  const match = lostNe().exec(text)
  // «чем больше, тем менее» has lost nothing.
  if (match !== null && /^тем/i.test(match[0]) && /(?<!\p{L})чем(?!\p{L})/iu.test(text.slice(0, match.index)))
    return undefined
  return wordAt(text, match)
}

const lostNe = once(
  () =>
    /(?<=^|[.!?;:«"“(—–,] ?|(?:но|и|а) )тем менее(?=,| )|(?<!\p{L})(?:отнюдь|ничуть) (?!не|без|ни|мень|хуж|лучш|боль)(?=\p{L}+ \p{L}+)|(?<!\p{L})(?<!не )(?:только|просто|столько) (?:\p{L}+[ ,]+){1,9}но и(?: |$)(?<!(?:^|[^\p{L}])не .*)/iu,
)

/** «никто», «ни один», «ни …, ни …» without a denied predicate beside them. */
function russianPronoun(text: string): Word | undefined {
  for (const word of words(text)) {
    if (!russianNegative().test(word.text) || isElliptic(text, word)) continue
    const isNi = /^ни$/i.test(word.text)
    if (isNi && !isConcordNi(text, word)) continue
    if (!russianDenial().test(clauseAround(text, word.start)) && hasVerbBeside(text, word)) return word
  }
  return undefined
}

const russianNegative = once(
  () =>
    /^(?:никто|никого|никому|никем|ничто|ничего|ничему|ничем|нигде|никуда|никогда|никак|никак(?:ой|ого|ому|им|ом|ая|ую|ое|ие|их|ими)|ни)$/iu,
)
const russianDenial = once(
  () =>
    /(?<!\p{L})(?:не(?!\p{L})|нет(?!\p{L})|нельзя|без(?!\p{L})|незачем|не(?:возмож|льз|мысл|допуст|хват|достат|достав|достаю|навид|видан|слыхан|охот|интерес|нужн|ясн|извест|понят|прост|важн|избеж|способн)\p{L}*)/iu,
)

/** A verb stands in the clause: «лучше, чем ничего», «никто иной», «ничто для нас» are whole without a negation. */
function hasVerbBeside(text: string, { start, end }: Word): boolean {
  const before = /[^,;:.!?—–]*$/.exec(text.slice(0, start))?.[0] ?? ''
  const after = text.slice(end).split(/[,;:.!?—–]| - /, 1)[0] ?? ''
  if (/^ ин(?:ой|ое|ая|ым|ого)/.test(after)) return false
  return russianVerb().test(`${before} ${after}`)
}

/** By their endings: past, present, infinitive and «закреплены». */
const russianVerb = once(
  () =>
    /(?<!\p{L})(?:бы(?:л[аои]?|ть)|\p{L}{0,4}(?:мог|стиг|вык|чез|гиб|умер|н[её]с|в[её]з|рос|л[её]г))(?!\p{L})|\p{L}{2}(?:[аяеиу]в(?:ши)?|[аеёиоуыюя]л(?:[аои]|с[ья])?|[аои]лись|[её]т(?:ся|е)?|ит(?:ся|е)?|[уюая]тся|[уюя]т|[её]шь|ишь|[аеиоуыя]ть(?:ся)?|[сз]ти|йте|айся|[ае]н[аоы]|[^иь\P{L}]ю)(?!\p{L})/u,
)

/** «Никто!» alone, «как никогда», «или никого», and quoted single words. */
function isElliptic(text: string, { start, end }: Word): boolean {
  return (
    /(?:как|чем|словно|будто|или|либо) $/i.test(text.slice(0, start)) ||
    /^[»"”'’]/.test(text.slice(end)) ||
    (text.slice(0, start).match(/\p{L}+/gu)?.length ?? 0) + (text.slice(end).match(/\p{L}+/gu)?.length ?? 0) < 3
  )
}

/** «ни один», «ни разу», «ни у кого», «ни …, ни …»; not «как ни», «ни за что», «ни при чём». */
function isConcordNi(text: string, { start, end }: Word): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 80)
  if (niWithPronoun().test(after)) return !/(?:как|чем) $/iu.test(before)
  return !niOfEvery().test(before) && /^ [^.!?;:—]{2,60}, ни /iu.test(after)
}

const niWithPronoun = once(
  () =>
    /^ (?:од(?:ин|на|но|ного|ной|ну|ному|ним)|разу|малейш\p{L}+|едино\p{L}+|(?:у|с|к|от|для|из|на|в|о|об) (?:кого|кем|кому|ком|чего|что|чем|ч[её]м|чему))(?!\p{L})/iu,
)
/** «как ни», «что бы ни». */
const niOfEvery = once(() => /(?:как|что|кто|кого|где|куда|сколько|как\p{L}{2,3}|бы|то|чем|чего|чему|ком) $/iu)

/** «ешкім», «ешқашан» without a denied verb after them. */
function kazakhPronoun(text: string): Word | undefined {
  const all = words(text)
  const pronoun = all.find(({ text: word }) => kazakhNegative().test(word))
  if (pronoun === undefined || all.length < 4) return undefined
  return kazakhDenial().test(clauseAround(text.slice(pronoun.end), 0)) ? undefined : pronoun
}

const kazakhNegative = once(
  () => /^(?:ешқашан|ешкім\p{L}{0,4}|ештеңе\p{L}{0,4}|ешқандай|ешбір|ешқайда|ешқайсы\p{L}{0,4}|еш)$/iu,
)
const kazakhDenial = once(
  () =>
    /\p{L}[мбп][ае](?:й|ды|ді|ған|ген|са|се|с|у|п|стан|стен|сын|сін|ң)|(?<!\p{L})(?:емес|жоқ|жоғ|бас тарт|тыйым)|\p{L}(?:сыз|сіз)/u,
)

/** «босата ма, па»: the second question has lost its «жоқ». */
function kazakhIdiom(text: string): Word | undefined {
  return wordAt(text, /(?<=\p{L} [мбп][ае], ?)[мбп][ае](?=[ .?!]|$)/u.exec(text))
}

function wordAt(text: string, match: RegExpExecArray | null): Word | undefined {
  if (match === null) return undefined
  const end = match.index + match[0].trimEnd().length
  return { text: text.slice(match.index, end), start: match.index, end }
}

/** From the comma or mark before to the one after; the whole text where that is no clause of its own: «, а также никаких файлов». */
function clauseAround(text: string, at: number): string {
  const from = text.slice(0, at).search(/[^,;:.!?—–]*$/)
  const clause = text.slice(from).split(/[,;:.!?—–]/, 1)[0] ?? ''
  return clause.trim().split(' ').length < 4 || /^\s*(?:а также|и|или|либо) /i.test(clause) ? text : clause
}
