/** Words that say a number, in English, Russian (all cases) and Kazakh: plain data, read by `number-spelled.ts`. Long because it is a table. */

import { once } from './once.ts'

/** What a word says. */
export interface NumberWord {
  readonly value: number
  /**
   * `unit` 0–9, `teen` 10–19, `ten` 20–90 (in Kazakh 10, too: «он бес»), `hundred` 100–900, `scale` multiplies what stands
   * before it, `half` is added to it: «два с половиной», «екі жарым».
   */
  readonly role: 'unit' | 'teen' | 'ten' | 'hundred' | 'scale' | 'half' | 'alone'
  readonly ordinal?: true
  /** Often not a number at all: «один» as a pronoun, "one", «бір», «семью» (family). */
  readonly weak?: true
  /** The ending of a Kazakh word that has one; a number ends there: «жиырмадан беске», «оннан сегізі». */
  readonly ending?: string
}

export type NumberWordTable = ReadonlyMap<string, NumberWord>

type Row = readonly [value: number, words: string, mark?: 'weak' | 'ordinal' | 'weak ordinal']

function roleOf(value: number, firstTen: number): NumberWord['role'] {
  if (value === 0.5) return 'half'
  if (value < 1 && value > 0) return 'alone'
  if (value < 10) return 'unit'
  if (value < firstTen) return 'teen'
  if (value < 100) return 'ten'
  if (value < 1000) return 'hundred'
  return 'scale'
}

/** `alone`: words that join no others. */
function table(rows: readonly Row[], alone: readonly Row[], firstTen = 20): NumberWordTable {
  const words = new Map<string, NumberWord>()
  for (const [list, isAlone] of [
    [rows, false],
    [alone, true],
  ] as const) {
    for (const [value, forms, mark] of list) {
      const word: NumberWord = {
        value,
        role: isAlone ? 'alone' : roleOf(value, firstTen),
        ...(mark?.includes('ordinal') ? { ordinal: true } : {}),
        ...(mark?.includes('weak') ? { weak: true } : {}),
      }
      for (const form of forms.split(' ')) if (!words.has(form)) words.set(form, word)
    }
  }
  return words
}

export const englishNumberWords: () => NumberWordTable = once(() =>
  table(
    [
      [0, 'zero'],
      [1, 'one', 'weak'],
      [2, 'two'],
      [3, 'three'],
      [4, 'four'],
      [5, 'five'],
      [6, 'six'],
      [7, 'seven'],
      [8, 'eight'],
      [9, 'nine'],
      [10, 'ten'],
      [11, 'eleven'],
      [12, 'twelve'],
      [13, 'thirteen'],
      [14, 'fourteen'],
      [15, 'fifteen'],
      [16, 'sixteen'],
      [17, 'seventeen'],
      [18, 'eighteen'],
      [19, 'nineteen'],
      [20, 'twenty'],
      [30, 'thirty'],
      [40, 'forty'],
      [50, 'fifty'],
      [60, 'sixty'],
      [70, 'seventy'],
      [80, 'eighty'],
      [90, 'ninety'],
      [100, 'hundred'],
      [1000, 'thousand'],
      [1e6, 'million'],
      [1e9, 'billion'],
      [1e12, 'trillion'],
      [0.5, 'half', 'weak'],
      [1, 'first', 'weak ordinal'],
      [2, 'second', 'weak ordinal'],
      [3, 'third', 'ordinal'],
      [4, 'fourth', 'ordinal'],
      [5, 'fifth', 'ordinal'],
      [6, 'sixth', 'ordinal'],
      [7, 'seventh', 'ordinal'],
      [8, 'eighth', 'ordinal'],
      [9, 'ninth', 'ordinal'],
      [10, 'tenth', 'ordinal'],
      [11, 'eleventh', 'ordinal'],
      [12, 'twelfth', 'ordinal'],
      [13, 'thirteenth', 'ordinal'],
      [14, 'fourteenth', 'ordinal'],
      [15, 'fifteenth', 'ordinal'],
      [16, 'sixteenth', 'ordinal'],
      [17, 'seventeenth', 'ordinal'],
      [18, 'eighteenth', 'ordinal'],
      [19, 'nineteenth', 'ordinal'],
      [20, 'twentieth', 'ordinal'],
      [30, 'thirtieth', 'ordinal'],
      [40, 'fortieth', 'ordinal'],
      [50, 'fiftieth', 'ordinal'],
      [60, 'sixtieth', 'ordinal'],
      [70, 'seventieth', 'ordinal'],
      [80, 'eightieth', 'ordinal'],
      [90, 'ninetieth', 'ordinal'],
      [100, 'hundredth', 'ordinal'],
    ],
    [
      [0, 'nil none', 'weak'],
      [0.5, 'halves halftime', 'weak'],
      [0.25, 'quarter quarterly', 'weak'],
      [1, 'once single solo lone', 'weak'],
      [2, 'twice double doubled doubling pair both couple twin twins duo', 'weak'],
      [3, 'thrice triple tripled trio treble thirds', 'weak'],
      [4, 'quadruple quartet quarters', 'weak'],
      [5, 'fifths quintet', 'weak'],
      [10, 'decade', 'weak'],
      [12, 'dozen', 'weak'],
      [14, 'fortnight', 'weak'],
      [100, 'century centennial hundreds', 'weak'],
      [1000, 'millennium grand thousands', 'weak'],
      [1e6, 'millions millionaire millionaires', 'weak'],
      [1e9, 'billions billionaire billionaires', 'weak'],
      [1e12, 'trillions', 'weak'],
      [20, 'twenties', 'weak'],
      [30, 'thirties', 'weak'],
      [40, 'forties', 'weak'],
      [50, 'fifties', 'weak'],
      [60, 'sixties', 'weak'],
      [70, 'seventies', 'weak'],
      [80, 'eighties', 'weak'],
      [90, 'nineties', 'weak'],
    ],
  ),
)

/** Endings of adjectives of the type «пятый», «второй». */
const hard = 'ый ая ое ые ого ой ому ую ым ых ыми ом'.split(' ')
const stressed = 'ой ая ое ые ого ому ую ым ых ыми ом'.split(' ')
const soft = 'ий ья ье ьи ьего ьей ьему ью ьим ьих ьими ьем'.split(' ')

const forms = (stem: string, endings: readonly string[]): string => endings.map(ending => stem + ending).join(' ')
const nounEndings = ['', ...'а у ом е ы ов ам ами ах'.split(' ')]
/** «пять, пяти, пятью», «двадцать …». */
const softSign = (stem: string): string => `${stem}ь ${stem}и ${stem}ью`
/** «одиннадцать» to «девятнадцать», «двадцать», «тридцать». */
const russianOrdinal = (value: number, stem: string): Row => [value, forms(stem, hard), 'ordinal']

export const russianNumberWords: () => NumberWordTable = once(() =>
  table(
    [
      [0, 'ноль ноля нолю нолём нолем ноле нуль нуля нулю нулём нулем нуле'],
      [0, `${forms('нулев', stressed)} нули нулей нулям нулями нулях`, 'weak'],
      [1, 'единица единицы единице единицу единицей', 'weak'],
      [1, 'один одна одно одни одного одной одному одну одним одних одними одном одною', 'weak'],
      [2, 'два две двух двум двумя'],
      [2, 'двойка двойки двойке двойку двойкой', 'weak'],
      [3, 'три трёх трех трём трем тремя'],
      [4, 'четыре четырёх четырех четырём четырем четырьмя'],
      [5, softSign('пят')],
      [6, softSign('шест')],
      [7, 'семь семи'],
      [7, 'семью', 'weak'],
      [8, 'восемь восьми восемью восьмью'],
      [9, softSign('девят')],
      [10, softSign('десят')],
      [11, softSign('одиннадцат')],
      [12, softSign('двенадцат')],
      [13, softSign('тринадцат')],
      [14, softSign('четырнадцат')],
      [15, softSign('пятнадцат')],
      [16, softSign('шестнадцат')],
      [17, softSign('семнадцат')],
      [18, softSign('восемнадцат')],
      [19, softSign('девятнадцат')],
      [20, softSign('двадцат')],
      [30, softSign('тридцат')],
      [40, 'сорок сорока'],
      [50, 'пятьдесят пятидесяти пятьюдесятью'],
      [60, 'шестьдесят шестидесяти шестьюдесятью'],
      [70, 'семьдесят семидесяти семьюдесятью'],
      [80, 'восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью'],
      [90, 'девяносто девяноста'],
      [100, 'сто ста сотня сотню сотней'],
      [100, 'сотни сотен сотне сотням сотнями сотнях', 'weak'],
      [200, 'двести двухсот двумстам двумястами двухстах'],
      [300, 'триста трёхсот трехсот трёмстам тремстам тремястами трёхстах трехстах'],
      [400, 'четыреста четырёхсот четырехсот четырёмстам четыремстам четырьмястами четырёхстах четырехстах'],
      [500, 'пятьсот пятисот пятистам пятьюстами пятистах'],
      [600, 'шестьсот шестисот шестистам шестьюстами шестистах'],
      [700, 'семьсот семисот семистам семьюстами семистах'],
      [800, 'восемьсот восьмисот восьмистам восемьюстами восьмистах'],
      [900, 'девятьсот девятисот девятистам девятьюстами девятистах'],
      [1000, 'тысяча тысячи тысяче тысячу тысячей тысячью тысяч тысячам тысячами тысячах тыс'],
      [1e6, 'миллион миллиона миллиону миллионом миллионе миллионы миллионов миллионам миллионами миллионах млн'],
      [
        1e9,
        'миллиард миллиарда миллиарду миллиардом миллиарде миллиарды миллиардов миллиардам миллиардами миллиардах млрд',
      ],
      [
        1e12,
        'триллион триллиона триллиону триллионом триллионе триллионы триллионов триллионам триллионами триллионах трлн',
      ],
      [0.5, 'половиной', 'weak'],
      [1.5, 'полтора полторы полутора', 'weak'],
      [1, forms('перв', hard), 'weak ordinal'],
      [2, forms('втор', stressed), 'ordinal'],
      [3, forms('трет', soft), 'ordinal'],
      [4, forms('четвёрт', hard), 'ordinal'],
      [4, forms('четверт', hard), 'ordinal'],
      russianOrdinal(5, 'пят'),
      [6, forms('шест', stressed), 'ordinal'],
      [7, forms('седьм', stressed), 'ordinal'],
      [8, forms('восьм', stressed), 'ordinal'],
      russianOrdinal(9, 'девят'),
      russianOrdinal(10, 'десят'),
      russianOrdinal(11, 'одиннадцат'),
      russianOrdinal(12, 'двенадцат'),
      russianOrdinal(13, 'тринадцат'),
      russianOrdinal(14, 'четырнадцат'),
      russianOrdinal(15, 'пятнадцат'),
      russianOrdinal(16, 'шестнадцат'),
      russianOrdinal(17, 'семнадцат'),
      russianOrdinal(18, 'восемнадцат'),
      russianOrdinal(19, 'девятнадцат'),
      russianOrdinal(20, 'двадцат'),
      russianOrdinal(30, 'тридцат'),
      [40, forms('сороков', stressed), 'ordinal'],
      russianOrdinal(50, 'пятидесят'),
      russianOrdinal(60, 'шестидесят'),
      russianOrdinal(70, 'семидесят'),
      russianOrdinal(80, 'восьмидесят'),
      russianOrdinal(90, 'девяност'),
      russianOrdinal(100, 'сот'),
    ],
    [
      [2, 'двое двоих двоим двоими'],
      [3, 'трое троих троим троими'],
      [4, 'четверо четверых четверым четверыми'],
      [5, 'пятеро пятерых пятерым пятерыми'],
      [6, 'шестеро шестерых шестерым шестерыми'],
      [7, 'семеро семерых семерым семерыми'],
      [
        2,
        'оба обе обоих обеих обоим обеим обоими обеими пара пары пару паре парой дважды вдвое вдвоём вдвоем двойной двойная двойное двойную двойного двойня дуэт двойка удвоил удвоить удвоилась удвоился',
        'weak',
      ],
      [3, 'трижды втрое втроём втроем тройной тройная тройное тройку тройка тройки трио', 'weak'],
      [4, 'четырежды вчетвером вчетверо четверка четвёрка четверку четверки четверке', 'weak'],
      [5, 'пятёрка пятерка пятёрку пятерку пятерки пятёрки пятерке', 'weak'],
      [6, 'шестёрка шестерка шестёрку шестерку шестерки', 'weak'],
      [7, 'семёрка семерка семерку семерки', 'weak'],
      [8, 'восьмёрка восьмерка восьмерку восьмерки восьмеро восьмерых', 'weak'],
      [9, 'девятка девятку девятки', 'weak'],
      [10, 'десятка десятку десяток десятке десятилетие десятилетия десятилетий десятилетию десятилетиям', 'weak'],
      [12, 'дюжина дюжины дюжину дюжине', 'weak'],
      [20, 'двадцатка двадцатки двадцатку двадцатке', 'weak'],
      [100, 'столетие столетия столетию столетия', 'weak'],
      [0.5, 'половина половины половину половине пол вполовину наполовину', 'weak'],
      [50, 'полсотни', 'weak'],
      [1e6, forms('миллионер', nounEndings), 'weak'],
      [1e9, forms('миллиардер', nounEndings), 'weak'],
      [500, 'полтысячи', 'weak'],
      [500_000, 'полмиллиона', 'weak'],
      [1000, 'тысячелетие тысячелетия тысячелетий тысячелетию', 'weak'],
      [0.25, 'четверть четверти четвертью', 'weak'],
      [3, 'треть трети третью', 'weak'],
      [1, 'единственный единственная единственное единственную единственного единственной однажды', 'weak'],
    ],
  ),
)

/** First parts of compounds such as «двухлетний», «пятистраничный», «стодневный»: always weak. */
export const russianNumberPrefixes: readonly (readonly [prefix: string, value: number])[] = [
  ['одно', 1],
  ['перво', 1],
  ['двухсот', 200],
  ['двух', 2],
  ['двою', 2],
  ['двой', 2],
  ['дву', 2],
  ['трёхсот', 300],
  ['трехсот', 300],
  ['трёх', 3],
  ['трех', 3],
  ['трое', 3],
  ['четырёхсот', 400],
  ['четырехсот', 400],
  ['четырёх', 4],
  ['четырех', 4],
  ['пятидесяти', 50],
  ['пятнадцати', 15],
  ['пятисот', 500],
  ['пяти', 5],
  ['шестидесяти', 60],
  ['шестнадцати', 16],
  ['шести', 6],
  ['семидесяти', 70],
  ['семнадцати', 17],
  ['семи', 7],
  ['восьмидесяти', 80],
  ['восемнадцати', 18],
  ['восьми', 8],
  ['девяносто', 90],
  ['девятнадцати', 19],
  ['девяти', 9],
  ['десяти', 10],
  ['одиннадцати', 11],
  ['двенадцати', 12],
  ['тринадцати', 13],
  ['четырнадцати', 14],
  ['двадцати', 20],
  ['тридцати', 30],
  ['сорока', 40],
  ['столет', 100],
  ['стокилом', 100],
  ['стометр', 100],
  ['тысячелетн', 1000],
  ['тысячекилом', 1000],
  ['полутора', 1.5],
]

const kazakhUnits: readonly (readonly [
  value: number,
  stem: string,
  ordinal: string,
  collective: string,
  weak?: true,
])[] = [
  [1, 'бір', 'бірінші', 'біреу', true],
  [2, 'екі', 'екінші', 'екеу'],
  [3, 'үш', 'үшінші', 'үшеу'],
  [4, 'төрт', 'төртінші', 'төртеу'],
  [5, 'бес', 'бесінші', 'бесеу'],
  [6, 'алты', 'алтыншы', 'алтау'],
  [7, 'жеті', 'жетінші', 'жетеу'],
  [8, 'сегіз', 'сегізінші', ''],
  [9, 'тоғыз', 'тоғызыншы', ''],
  [10, 'он', 'оныншы', ''],
  [20, 'жиырма', 'жиырмасыншы', ''],
  [30, 'отыз', 'отызыншы', ''],
  [40, 'қырық', 'қырқыншы', ''],
  [50, 'елу', 'елуінші', ''],
  [60, 'алпыс', 'алпысыншы', ''],
  [70, 'жетпіс', 'жетпісінші', ''],
  [80, 'сексен', 'сексенінші', ''],
  // Also "quarter of a year".
  [90, 'тоқсан', 'тоқсаныншы', '', true],
  [100, 'жүз', 'жүзінші', ''],
  [1000, 'мың', 'мыңыншы', ''],
  [1e6, 'миллион', 'миллионыншы', ''],
  [1e9, 'миллиард', 'миллиардыншы', ''],
  [1e12, 'триллион', 'триллионыншы', ''],
]

/** Case, possessive and plural endings a Kazakh number word may carry; the longest that fits is cut. */
export const kazakhNumberEndings: readonly string[] =
  'ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те нан нен дан ден тан тен мен бен пен сы сі сын сін сына сіне сында сінде сының сінің сынан сінен ына іне ының інің ында інде ынан інен ы і лық лік дық дік тық тік ақ ұлы міз міздің мізге мізді мізден ңіз'
    .split(' ')
    .sort((a, b) => b.length - a.length)

/**
 * Words that look like a number word with an ending and are none: «оның» (his), «үшін» (for), «алтын» (gold), «жүзі» (face),
 * «бестік» stays a number, «жетік» (expert) is not one.
 */
export const kazakhNotNumbers: ReadonlySet<string> = new Set(
  'оның онда оны оған онымен онсыз онан ондық онты үшін алтын алтыны жүзі жүзін жүзіне жүзінде жүзінің жүзінен жүзбен жүзде жүзді жүзу жетік жеткен жетті онан бірдей бірге бірақ біраз бірнеше біріккен бірлік бесік'.split(
    ' ',
  ),
)

export const kazakhNumberWords: () => NumberWordTable = once(() =>
  table(
    kazakhUnits
      .flatMap(([value, stem, ordinal, , weak]): Row[] => [
        [value, stem, weak ? 'weak' : undefined] as Row,
        [value, ordinal, weak || value === 1 ? 'weak ordinal' : 'ordinal'],
      ])
      .concat([[0.5, 'жарым', 'weak']]),
    [
      ...kazakhUnits.flatMap(([value, , , collective, weak]): Row[] =>
        collective === '' ? [] : weak ? [[value, collective, 'weak']] : [[value, collective]],
      ),
      [1000, 'мың'],
      [0, 'нөл ноль'],
      [0, 'нөлдік', 'weak'],
      [0.5, 'жарты жартысы жартысын жартысына жартысында жартысының', 'weak'],
      [0.25, 'ширек ширегі ширегін', 'weak'],
      [2, 'қос екеуі екеуін екеуіне екеуінің жұп жұбы егіз екі-үш', 'weak'],
      [3, 'үштік үштігі', 'weak'],
      [4, 'төрттік', 'weak'],
      [10, 'онжылдық онжылдықта ондық', 'weak'],
      [100, 'ғасыр ғасырлық жүздеген жүздеп', 'weak'],
      [1000, 'мыңдаған мыңдап мыңжылдық', 'weak'],
      [1e6, 'миллиондаған миллионтаған миллиондап миллионер', 'weak'],
      [1e9, 'миллиардтаған миллиарддаған миллиардтап миллиардер', 'weak'],
      [1e12, 'триллиондаған триллионтаған', 'weak'],
      [1e3, 'тыс', 'weak'],
      [1e6, 'млн'],
      [1e9, 'млрд'],
      [1e12, 'трлн'],
    ],
    10,
  ),
)

/** Endings that make a fraction of two numbers: «үштен бірі» (a third), «оннан сегізі» (eight of ten). */
export const kazakhDenominatorEnding: RegExp = /^[дтн][ае]н$/
export const kazakhNumeratorEnding: RegExp = /^(?:с?[ыі]н?|с?[ыі]н(?:а|е|да|де|ан|ен|ың|ің))$/

/** Second parts of compounds such as «бесжылдық», «үшжақты», «онкүндік». */
export const kazakhCompoundEnd: RegExp =
  /^(?:жыл|ай|күн|апта|жас|жақ|бұрыш|қабат|бөлме|тіл|аяқ|қырл|сағат|ұдай|есе|қатар|дүркін|бейне|сай)/
