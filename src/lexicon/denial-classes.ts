/**
 * Words that deny by meaning in English, Russian and Kazakh, and Russian and Kazakh words that only look denied beside the
 * English that they translate. Long because it is a table.
 */

import { once } from '../text/once.ts'

/** A denial by meaning in three languages. */
export interface DenialClass {
  readonly en: RegExp
  /** Words of the same meaning; plain denials («не», «жоқ») answer to every class and stand in none. */
  readonly ru: RegExp
  readonly kk: RegExp
  /** Hardly ever translated without a denial of some kind: on development pairs at most 1 in 10 is. */
  readonly strong: boolean
}

/** `en` are whole words, `ru` and `kk` beginnings of words. */
function row(strong: boolean, en: string, ru: string, kk: string): DenialClass {
  return { strong, en: whole(en), ru: beginning(ru), kk: beginning(kk) }
}

// English is read as ASCII: several times faster than by properties of Unicode.
const whole = (words: string): RegExp => new RegExp(`\\b(?<!-)(?:${words})(?![a-z])`, 'gi')
const beginning = (stems: string): RegExp => new RegExp(`(?<!\\p{L})(?:${stems})\\p{L}*`, 'giu')
const kazakhPrivative = '\\p{L}{2,}(?:сыз|сіз)'

export const denialClasses: () => readonly DenialClass[] = once((): readonly DenialClass[] => [
  row(
    true,
    'rather than|instead of|as opposed to',
    'вместо|нежели|скорее|чем(?!\\p{L})|взамен|предпоч|против',
    'орнына|гөрі|қарағанда|керісінше',
  ),
  row(true, 'without', 'без|бес', kazakhPrivative),
  row(
    true,
    'den(?:y|ies|ied|ying|ials?)|refut\\w+',
    'отриц|опроверг|отверг|отказ|отклон|отрек|откре|запре',
    'жоққа шығар|теріске|бас тарт|жалған|терістеу|тыйым',
  ),
  row(
    false,
    'refus\\w+|declin\\w+|reject\\w*|repudiat\\w+|dismiss\\w*|dodg\\w+|giv(?:e|es|en|ing) up|gave up|abandon\\w*|withdr\\w+|renounc\\w+|forgo\\w*|quit\\w*|opt(?:ed|ing)? out|boycott\\w*|veto\\w*',
    'отказ|отклон|отверг|откин|отмах|сниж|снизи|пад|упа|сокра|умень|уклон|увол|отстран|отрек|брос|покин|выш|выход|бойкот',
    'бас тарт|төменде|азай|құлдыра|кему|қабылдама|босат|кері қайтар|таста|шық|бойкот',
  ),
  row(
    true,
    'lack\\w*|absen(?:ce|t)|devoid',
    'отсутств|недоста|нехват|дефицит|лиш[её]н|лиши|без|бес|пробел|скуд|мало',
    `тапшы|жетісп|жетпе|жеткілікс|аз|кем|${kazakhPrivative}`,
  ),
  row(
    true,
    'unable|inability|incapable|impossible|unfit',
    'невозмож|неспособ|нельзя|бессил|непригод|негод|трудн|сложн',
    'қабілетсіз|дәрменсіз|жарамсыз|қиын',
  ),
  row(
    true,
    'hardly|barely|scarcely|seldom',
    'вряд|едва|редк|почти|чуть|лишь|мало|с трудом',
    'әрең|сирек|екіталай|әзер|шамалы|тек|аз',
  ),
  row(
    false,
    'fail\\w*|unsuccessful\\w*|defeat\\w*',
    'неуда|провал|сбо[йяею]|ошиб|пораж|срыв|сорва|проигр',
    'сәтсіз|жеңіл|қате|ұтыл',
  ),
  row(
    false,
    'prevent\\w*|stop\\w*|ban(?:s|ned|ning)?|prohibit\\w*|forbid\\w*|barr?(?:ed|ing)|block\\w*|ceas\\w+|halt\\w*|end(?:s|ed|ing)?|cancel\\w*|avert\\w*|over',
    'предотвр|препят|меша|помеша|прекра|переста|запре|остан|блокир|заблок|отмен|пресе|завер|конч|законч|удерж',
    'кедергі|тыйым|тоқта|бөгет|болдырма|бұғатта|аяқта|біт|тый|алдын ал|үз',
  ),
  row(
    false,
    'doubt\\w*|unlikely|rarely|few(?:er|est)?|little|less|least',
    'вряд|едва|редк|почти|мало|сомн|сложно|трудно|небольш|немног|чуть|менее|меньш',
    'сирек|екіталай|әзер|күмән|аз|шамалы|кішкен|кіші|бірнеше|біраз|қиын|кем',
  ),
  row(
    false,
    'except\\w*|unless|other than|apart from|besides|otherwise|only',
    'кроме|если(?: \\p{L}+)? не(?!\\p{L})|за исключением|помимо|разве|иначе|не (?:более|раньше|ранее)|лишь',
    'болмаса|қоспағанда|басқа|өзге|әйтпесе',
  ),
  row(
    true,
    "(?:not|[a-z]+n['’]t) (?:only|just|merely|simply|solely)",
    'не (?:только|просто|столько|лишь|единственн)',
    '(?:ғана|қана) (?:емес|қоймай)|қатар',
  ),
  row(
    false,
    'until|till|before|by the time',
    'пока(?: \\p{L}+){0,2} не(?!\\p{L})|до тех пор|прежде',
    '\\p{L}{2,}(?:м|б|п)[ае]й[ыі]нш[ае]',
  ),
  row(
    true,
    'disagree\\w*|disapprov\\w*|dislik\\w*|distrust\\w*|mistrust\\w*|disobey\\w*|dissatisf\\w*|displeas\\w*',
    'несоглас|недовер|неодобр|недоволь|неприяз|неприят|осужд|спор|расход|разноглас|возраж',
    'сенімсіз|наразы|дау|қарсы|қайшы|жек көр|қарама|келіспе',
  ),
  row(
    false,
    'avoid\\w*|refrain\\w*|escap\\w+|skip\\w*|evad\\w+|abstain\\w*',
    'избег|избеж|воздерж|уклон|обой|обход|пропус|спас|сбеж',
    'аулақ|қаш|сақтан|тартын|жалтар|өткіз|жол берме|бас тарт',
  ),
  row(
    false,
    'contest\\w*|disput\\w+|challeng\\w+|object\\w*|dissent\\w*|question\\w*|controvers\\w+',
    'оспар|спор|возраж|несоглас|не соглас|недовол',
    'келіспе|қарсы|дау|күмән',
  ),
  row(
    true,
    'little (?:is|was|has been|had been) (?:known|said|done|left)|little (?:evidence|doubt|hope|chance)',
    'мало|немног|почти|неизвест|едва',
    'аз|шамалы|белгісіз|беймәлім',
  ),
  // Denied in form only.
  row(
    false,
    'wireless|disab\\w+|disconn\\w+|discontin\\w+|disadvant\\w+|uncertain\\w*|unlimited|unauthori[sz]ed|unwanted|unusual\\w*|unlikely|unlike|unlock\\w*|uncheck\\w*|unplug\\w*|unmount\\w*|undecided|in(?:de)?finit\\w+|informal\\w*|indirect\\w*|invalid\\w*|(?:end|count|harm|speech|reck|ruth|time)less\\w*|nongovern\\w+',
    'не\\p{L}{3}|без|бес|кос|отключ|отсоед|снят|сним',
    `${kazakhPrivative}|ажырат|сөндір|өшір|бей`,
  ),
  // Said without a denial in English, with one in the translation.
  row(false, 'illegal\\w*|unlawful\\w*|illicit\\w*', 'незакон|нелегал|противозакон|вне закона', 'заңсыз|заңға қайшы'),
  row(
    false,
    'fault\\w*|defect\\w*|broken|wrong\\w*|incorrect\\w*|mistak\\w+|errant|inaccura\\w+|errors?|bugs?',
    'неисправ|неправ|невер|неточ|неполад|недостат|ошиб|недочет',
    'қате|ақау|бұрыс|жарамсыз|дұрыс емес|теріс',
  ),
  row(
    false,
    'difficult\\w*|challenging|hard(?:er)?|tough|uneasy|complicated',
    'непрост|нелегк|трудн|сложн',
    'оңай емес|қиын|оңайға',
  ),
  row(
    false,
    'small(?:er)?|tiny|slight\\w*|minor|modest|low(?:er)?',
    'небольш|незначит|невысок|нехитр',
    'болмашы|елеусіз',
  ),
  row(
    false,
    'immediate\\w*|instant\\w*|urgent\\w*|at once|straight ?away',
    'немедл|незамедл|неотлож|безотлаг',
    'кідіріссіз|дереу|тез арада',
  ),
  row(false, 'independen\\w+|autonom\\w+|regardless', 'независ|вне зависимости', 'тәуелсіз|қарамастан'),
  row(false, 'propert(?:y|ies)|estate|housing|homes?', 'недвижим', 'жылжымайтын'),
  row(false, 'hat(?:e|ed|es|red|ing)|loath\\w+|resent\\w*', 'ненави|нелюб|неприяз', 'жек көр|жеккөр'),
  row(false, 'sudden\\w*|surpris\\w+|abrupt\\w*|shock\\w*', 'неожидан|нежданн|внезап|невероят', 'күтпеген|кенет|тосын'),
  row(
    false,
    'incredibl\\w+|amazing\\w*|extraordinar\\w+|exceptional\\w*|strange\\w*|odd',
    'невероят|неимовер|необыкнов|необычн|незаурядн',
    'ерекше|таңғажайып',
  ),
  row(
    false,
    'constant\\w*|continu\\w+|steady|steadily|ongoing|always',
    'непрерыв|беспрерыв|неустан|неизмен|бесперебой|неуклон',
    'үздіксіз|тоқтаусыз|үнемі',
  ),
  row(
    false,
    'definite\\w*|undoubted\\w*|certain\\w*|clear\\w*|surely|sure|absolute\\w*|must',
    'несомнен|безусловн|бесспорн|непремен|безоговор',
    'сөзсіз|күмәнсіз|міндетті|шүбәсіз',
  ),
  row(false, 'direct\\w*|firsthand|himself|herself|itself', 'непосредств', 'тікелей|тіке'),
  row(false, 'need\\w*|necess\\w+|requir\\w+|have to|has to', 'необходим', 'қажет'),
  row(false, 'against|anti\\w*|oppos\\w+|counter\\w*|contrary', 'против|вопрек|анти|оппоз|возраж', 'қарсы|қарама|анти'),
  row(
    false,
    'los[et]\\w*|losing|loss\\w*|depriv\\w+|gone|miss(?:ing|ed|es)?|disappear\\w*',
    'утра|потер|теря|лиш[аеё]|лиши|пропа|проигр|исчез|скуча|упус|промах|не стало',
    'айыр|жоғал|жіберіп|сағын|жеңіл|ұтыл',
  ),
  row(
    false,
    'despite|in spite of|although|though|regardless|however|nevertheless|nonetheless|even so|still',
    'несмотря|независимо|невзирая|тем не менее|не взирая',
    'қарамастан|қарамай',
  ),
  {
    strong: true,
    en: prefixed(),
    ru: /(?<!\p{L})(?:не|без|бес|вне|рас|слаб)\p{L}{4,}/giu,
    kk: new RegExp(`${kazakhPrivative}\\p{L}*|(?<!\\p{L})(?:бей|на|кем|әлсіз)\\p{L}{3,}`, 'giu'),
  },
])

/** "undocumented", "non-executive", "intolerant", "homeless"; not "unveil", "united", "unlock", "unlike". */
function prefixed(): RegExp {
  const un =
    'un(?!i[tvqofc]|anim|der|til|cle|less|ion|fortunate|veil|leash|fold|earth|cover|lock|load|wind|ravel|pack|mut|link|mount|hid|check|plug|block|select|install|do(?!c)|rest|like|likely|limited|author|usual|want|decided|equivoc|manned|able|fit|success|believ|doubt)[a-z]{3,}|under(?:prepared|fund[a-z]+|paid|staffed|nourish[a-z]+|represent[a-z]+)'
  const others =
    'in(?:accura|active|adequa|admiss|appropriat|attent|compat|complet|consist|efficien|effective|eligib|equal|experienc|justic|nocen|secur|sensitiv|significan|stabil|sufficien|toleran|vincib|visib)[a-z]*|il(?:legitim|litera|logic)[a-z]*|im(?:matur|mobil|moral|partial|perfect)[a-z]*|ir(?:relevan|responsib|reversib)[a-z]*|non-?(?!zero|stop|fiction|sens|chalan|govern)[a-z]{4,}'
  const less =
    '(?!(?:un|never|nonethe|regard|rest|b|doubt|wire|reck|speech|time|count|ruth|end|seam)[a-z]*)[a-z]{3,}less(?:ly|ness)?'
  return whole(`${un}|${others}|${less}|no-(?!one)[a-z]{4,}`)
}

/** A piece of every strong class above, told before the costly reading: most texts have none. */
export function mayDeny(english: string): boolean {
  return hint.test(english)
}

const hint =
  /\b(?:rather than|instead|as opposed|without|den[iy]|refut|lack|absen|devoid|unable|inab|incap|impos|unfit|hardly|barely|scarcel|seldom|dis(?:ag|ap|li|tr|ob|sa|pl)|mistrust|un(?!der[^p]|til|i[tvq]|less)[a-z]{3}|in(?:acc|act|ad[em]|app|att|comp|cons|eff|elig|equ|exp|just|noc|sec|sens|sig|stab|suff|tol|vin|vis)|il(?:leg|lit|log)|im(?:mat|mob|mor|par|per)|ir(?:rel|res|rev)|non|no-)|less\b|less(?:ly|ness)\b|(?:not|n['’]t) (?:only|just|merely|simply|solely)/i
