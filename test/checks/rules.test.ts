import { describe, expect, it } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import type { Content } from '../../src/model/index.ts'
import { applyFixes } from '../../src/workflow/document-fixes.ts'
import { check, documentOf, findings, keys, pointed } from './checking.ts'

type Row = readonly [language: string, source: string | Content, target: string | Content, expected?: string]

interface Rows {
  /** Nothing to say. */
  readonly good: readonly Row[]
  /** Found; `expected` is the text pointed at, or the variant after a colon. */
  readonly bad: readonly Row[]
}

const ph = (id: string, data: string): Content => [{ kind: 'ph', id, data }]
const bold = (text: string): Content => [
  { kind: 'pc', id: '1', data: '<b>', dataEnd: '</b>', children: [{ kind: 'text', text }] },
]

const rows: Readonly<Record<string, Rows>> = {
  'accuracy/negation': {
    good: [
      ['ru', 'I do not know what happened to her.', 'Я не знаю, что с ней случилось.'],
      ['kk', 'I do not know what happened to her.', 'Оған не болғанын білмеймін.'],
      ['ru', 'They will not help the neighborhood.', 'Они вряд ли помогут району.'],
      ['en', 'I do not know this man at all.', 'I do not know this man at all.'],
      ['ru', 'It was not only me who saw the man.', 'Этого человека видел не только я.'],
      ['kk', 'It was not only me who saw the man.', 'Ол адамды тек мен ғана емес көрдім.'],
      ['ru', 'He was unable to come to the meeting.', 'Он не смог прийти на собрание.'],
      ['kk', 'He was unable to come to the meeting.', 'Ол жиналысқа келе алмады.'],
      ['ru', 'China denies that it attacked the network.', 'Китай опровергает, что атаковал сеть.'],
      ['kk', 'China denies that it attacked the network.', 'Қытай желіге шабуыл жасағанын жоққа шығарды.'],
      ['ru', 'They left the city without any money.', 'Они уехали из города без денег.'],
      ['kk', 'They left the city without any money.', 'Олар қаладан ақшасыз кетті.'],
    ],
    bad: [
      ['ru', 'He was unable to come to the meeting.', 'Он смог прийти на собрание.', ':lost'],
      ['kk', 'He was unable to come to the meeting.', 'Ол жиналысқа келе алды.', ':lost'],
      ['kk', 'China denies that it attacked the network.', 'Қытай желіге шабуыл жасағанын мойындаған.', ':lost'],
      ['ru', 'They are migrants rather than refugees now.', 'Теперь это мигранты, а беженцы.', ':lost'],
      [
        'kk',
        'Most sponsors are undocumented immigrants themselves.',
        'Демеушілердің көбі құжаттары иммигранттар.',
        ':lost',
      ],
      ['ru', 'However, the ships will not be ready soon.', 'Тем менее, корабли скоро будут готовы.', ':hole'],
      ['kk', 'He avoided the city and did not come back.', 'Ол қаладан аулақ жүріп, қайтып келді.', ':lost'],
      ['ru', 'I do not know what happened to her.', 'Я знаю, что с ней случилось.', ':lost'],
      ['kk', 'I do not know what happened to her.', 'Оған болғанын білемін.', ':lost'],
      ['ru', 'He vowed to never use military force.', 'Он поклялся никогда прибегать к силе.', 'никогда'],
      ['kk', 'They will never give up their weapons.', 'Олар қаруынан ешқашан бас көтереді.', 'ешқашан'],
      ['ru', 'The old house stands by the river today.', 'Старый дом не стоит у реки и не видит воды.', ':added'],
      ['kk', 'The body has no power to award the land.', 'Бөлімшенің жерді беруге өкілеттігі бар.', ':lost'],
    ],
  },
  'characters/foreign-letter': {
    good: [
      ['ru', 'word', 'ёж, объезд'],
      ['kk', 'word', 'әлем, һәм, ёж'],
      ['ru', 'Қостанай region', 'Область Қостанай'],
    ],
    bad: [
      ['ru', 'peace', 'мiр мір', 'мір'],
      ['kk', 'history', 'тарїх', 'тарїх'],
    ],
  },
  'characters/forbidden': {
    good: [['ru', 'a\tb', 'а\tб\n']],
    bad: [
      ['ru', 'Open', 'Открыть\u0007', '\u0007'],
      ['kk', 'Open', 'Ашу\ud800', '\ud800'],
      ['en', 'Open', 'Open\ufffe', '\ufffe'],
    ],
  },
  'characters/invisible': {
    good: [
      ['ru', 'family 👨‍👩‍👧', 'семья 👨‍👩‍👧'],
      ['kk', 'co\u00adoperate', 'ынты\u00adмақ'],
    ],
    bad: [
      ['ru', 'information', 'инфор\u200bмация', '\u200b'],
      ['kk', 'information', 'ақпа\u00adрат', '\u00ad'],
      ['en', 'text', 'te\ufeffxt', '\ufeff'],
    ],
  },
  'characters/kazakh-letters': {
    good: [
      ['kk', 'The service works.', 'Қызмет жұмыс істейді.'],
      ['kk', 'the command line', 'команда жолы, университет, конгресс'],
      ['kk', 'gold of the child', 'баласын көрді'],
      ['ru', 'The service works.', 'Кызмет работает.'],
    ],
    bad: [
      ['kk', 'The staff work.', 'Бүгін кызметкерлердин күні.', 'кызметкерлердин'],
      ['kk', 'independence', 'Олар тауелсиздикке жетті.', 'тауелсиздикке'],
    ],
  },
  'characters/mixed-script': {
    good: [
      ['ru', 'SMS and Facebook', 'SMSка в Facebook, IT-компания'],
      ['kk', 'on Facebook', 'Facebookте отыр'],
      ['ru', 'vitamin C', 'витамин C полезен'],
    ],
    bad: [
      ['ru', 'information', 'инфоpмация', 'инфоpмация'],
      ['kk', 'network', 'желiлік', 'желiлік'],
      ['ru', 'with a friend', 'он пришёл c другом', 'c'],
      ['en', 'Windows', 'Windоws система', 'Windоws'],
    ],
  },
  'characters/mojibake': {
    good: [
      ['ru', 'really?', 'Правда? Да?!'],
      ['kk', 'café à la carte', 'café à la carte мәзірі'],
      ['en', 'naïve façade', 'naïve façade'],
    ],
    bad: [
      ['ru', 'Only 10 percent', 'ÐžÐ´Ð½Ð°ÐºÐ¾', ':utf-8'],
      ['ru', 'also', 'а òàêæå ядерный комплекс', 'òàêæå'],
      ['ru', 'week', 'на этой н\ufffd\ufffdеле', 'н\ufffd\ufffdеле'],
      ['kk', 'pair', 'Б?л ж?п', 'Б?л'],
      ['ru', 'Hello there', 'РџСЂРёРІРµС‚', ':utf-8'],
    ],
  },
  'characters/normalization': {
    good: [['ru', 'tea', 'чай']],
    bad: [
      ['ru', 'tea', 'чаи\u0306', 'и\u0306'],
      ['kk', 'month', 'аи\u0306', 'и\u0306'],
    ],
  },
  'completeness/untranslated': {
    good: [
      ['ru', 'New York Times', 'New York Times'],
      ['kk', 'OK', 'OK'],
      ['ru', 'Save the file now.', 'Сохраните файл.'],
      ['ru', 'Free Software Foundation of Europe', 'Free Software Foundation of Europe'],
    ],
    bad: [
      ['ru', 'Save the file now.', 'Save the file now.'],
      ['kk', 'The case is before the court.', 'the case is before the court.'],
      ['kk', 'Save the file now.', 'Save this file please.', ':script'],
      ['ru', 'Police Arrest Three Men on Murder Charges', 'Police Arrest Three Men on Murder Charges'],
    ],
  },
  'completeness/untranslated-fragment': {
    good: [
      ['ru', 'He reads The New York Times.', 'Он читает The New York Times.'],
      ['kk', 'use git upload-pack --quiet', 'git upload-pack --quiet қолданыңыз'],
    ],
    bad: [
      [
        'ru',
        'It will be hours until they are allowed back in.',
        'Пройдут hours until they are allowed back in.',
        'hours until they are allowed back in',
      ],
      ['kk', 'It had blood on its mouth.', 'Оның аузында blood on its mouth.', 'blood on its mouth'],
    ],
  },
  'dates/format': {
    good: [['ru', '25.09.2018', '25.09.2018']],
    bad: [
      ['ru', '9/25/2018', '9/25/2018', '9/25/2018'],
      ['kk', '9/25/2018', '25/09/2018', '25/09/2018'],
    ],
  },
  'dates/month-mismatch': {
    good: [
      ['ru', 'in September 2018', 'в сентябре 2018 г.'],
      ['kk', 'the season ended in May', 'маусым мамырда аяқталды'],
      ['ru', 'You may go.', 'Можно идти в мае.'],
      ['ru', 'It was founded on 9/25/2018.', 'Основано 25 сентября 2018 года.'],
      ['ru', 'the June summit', 'июньский саммит'],
      ['kk', 'the season has ended', 'маусым аяқталды'],
      ['kk', 'the match in Kazan is over', 'Қазандағы матч аяқталды'],
      ['kk', 'on 5 January 2022', '2022 жылдың 5 қаңтарында'],
    ],
    bad: [
      ['ru', 'by mid-September', 'к середине октября', 'октября'],
      ['kk', 'after June’s meeting', 'мамыр айындағы кездесуден кейін', 'мамыр'],
      ['ru', 'the June summit', 'июльский саммит', 'июльский'],
      ['ru', 'The summit was a success.', 'Саммит в июле был удачным.', ':added'],
      ['kk', 'They lost last season.', 'Олар өткен қарашада жеңілді.', ':added'],
      ['kk', 'They lost last season.', 'Олар өткен қазанда жеңілді.', ':added'],
    ],
  },
  'dates/weekday-mismatch': {
    good: [
      ['ru', 'We meet on Wednesday.', 'Встречаемся в среду.'],
      ['ru', 'They met on Friday and on Friday night.', 'В пятницу они встретились дважды.'],
      ['ru', 'It grows in any environment.', 'Растёт в любой среде.'],
      ['kk', 'A week later, on Sunday', 'Бір жұмадан кейін, жексенбіде'],
      ['ru', 'Saturday’s match', 'субботний матч'],
      ['en', 'On Monday', 'On Monday'],
    ],
    bad: [
      ['ru', 'The meeting is on Tuesday.', 'Встреча будет в среду.', 'среду'],
      ['kk', 'The meeting is on Tuesday.', 'Кездесу сәрсенбіде болады.', 'сәрсенбіде'],
      ['ru', 'On Saturday they told of Friday.', 'В пятницу сообщили о пятнице.', 'пятнице'],
      ['en', 'We meet on Monday.', 'We meet on Sunday.', 'Sunday'],
      ['ru', 'Saturday’s match', 'воскресный матч', 'воскресный'],
      ['ru', 'They met yesterday.', 'Они встретились в четверг.', ':added'],
      ['kk', 'They met yesterday.', 'Олар бейсенбіде кездесті.', ':added'],
    ],
  },
  'markup/extra-tag': {
    good: [['ru', 'usage: <file>', 'вызов: <file>']],
    bad: [
      ['ru', 'Press OK', 'Нажмите <b>OK</b>', '<b>'],
      ['kk', 'Press OK', [{ kind: 'text', text: 'Басыңыз ' }, ...ph('1', '<br/>')], '\ufffc'],
    ],
  },
  'markup/missing-tag': {
    good: [
      ['ru', [{ kind: 'text', text: 'Press ' }, ...bold('OK')], [...bold('OK'), { kind: 'text', text: ' нажать' }]],
      ['kk', 'a <b>10</b> b', 'а <b>10</b> б'],
      [
        'ru',
        [
          {
            kind: 'mrk',
            id: 'm',
            children: [
              { kind: 'sc', id: '1' },
              { kind: 'cp', codePoint: 7 },
            ],
          },
          { kind: 'ec', id: '2', startRef: '1' },
          { kind: 'sm', id: 'n' },
          { kind: 'em', startRef: 'n' },
        ],
        [
          { kind: 'sc', id: '1' },
          { kind: 'text', text: 'б' },
          { kind: 'ec', id: '2', startRef: '1' },
        ],
      ],
      [
        'kk',
        [
          { kind: 'ph', id: '1', data: '<b>' },
          { kind: 'text', text: 'a' },
        ],
        '<b>а',
      ],
    ],
    bad: [
      ['ru', 'a <b>10</b> b', 'а 10 б', ':opening'],
      ['kk', 'a <b>10</b> b', 'а <b>10 б', ':closing'],
      ['ru', [{ kind: 'text', text: 'Press ' }, ...bold('OK')], 'Нажать OK', ':opening'],
      [
        'kk',
        [
          { kind: 'sc', id: '1', data: '<i>' },
          { kind: 'text', text: 'a' },
          { kind: 'ec', id: '2', startRef: '1' },
        ],
        'а',
        ':opening',
      ],
    ],
  },
  'markup/tag-order': {
    good: [['ru', '<b>1</b> <i>2</i>', '<i>2</i> <b>1</b>']],
    bad: [
      ['ru', 'a <b>10</b> b', 'а </b>10<b> б', '</b>'],
      ['kk', '<b><i>x</i></b>', '<b><i>х</b></i>', '</b>'],
    ],
  },
  'names/mismatch': {
    good: [
      ['ru', 'They held long talks with Chevron this spring.', 'Этой весной они долго вели переговоры с «Шевроном».'],
      ['kk', 'Many families came here from Zhanaozen in winter.', 'Қыста мұнда Жаңаөзеннен көп отбасы келді.'],
      ['ru', 'They held long talks with Chevron this spring.', 'Этой весной они долго вели переговоры.'],
    ],
    bad: [
      [
        'ru',
        'They held long talks with Chevron this spring.',
        'Этой весной они вели переговоры с Газпромом.',
        'Газпромом',
      ],
      [
        'kk',
        'Many families came here from Zhanaozen in winter.',
        'Қыста мұнда Петропавлдан көп отбасы келді.',
        'Петропавлдан',
      ],
      [
        'en',
        'They held long talks with Chevron this spring.',
        'They held long talks with Gazprom this spring.',
        'Gazprom',
      ],
    ],
  },
  'numbers/converted-unit': {
    good: [['ru', '10 cm', '10 см']],
    bad: [
      ['ru', 'up to 4 inches of rain', 'до 10 см осадков', '10'],
      ['kk', 'a wall of 6 feet', 'биіктігі 1,8 м қабырға', '1,8'],
    ],
  },
  'numbers/extra': {
    good: [['ru', 'two men', '2 человека']],
    bad: [
      ['ru', 'last year', 'в 2017 году', '2017'],
      ['kk', 'last year', '2017 жылы', '2017'],
    ],
  },
  'numbers/format': {
    good: [
      ['ru', '2.7 per cent', '2,7 процента'],
      ['kk', '802.11 network', '802.11 желісі'],
      ['ru', 'Web 2.0', 'Веб 2,0 и Web 2.0'],
    ],
    bad: [
      ['ru', '2.7 per cent', '2.7 процента', '2.7'],
      ['kk', '25,000 people', '25,000 адам', '25,000'],
      ['en', '2.7 per cent', '2,7 per cent', '2,7'],
    ],
  },
  'numbers/mismatch': {
    good: [
      ['ru', '25,000 people at 3 p.m.', '25 тыс. человек в 15:00'],
      ['kk', '25,000 people', '25 мың адам'],
      ['ru', 'the 19th century, 4.3 percent', 'XIX век, 4,3 процента'],
      ['kk', 'two brothers, 21 years', 'екі ағайынды, жиырма бір жыл'],
      ['ru', 'a 25,000-strong crowd', '25-тысячная толпа'],
      ['ru', 'in the 1990s', 'в 90-е годы'],
      ['kk', 'Locally, 1 to 4 inches', '2,5-тен 10 см-ге дейін'],
      ['en', '7 days', 'seven days'],
      ['ru', 'within 24 hours', 'в течение суток'],
      ['kk', 'within 24 hours', 'бір тәулік ішінде'],
      ['ru', 'a 16- or 17-year-old', '16- или 17-летний'],
      ['ru', 'thousands of people', '30 тысяч человек'],
      ['ru', 'In 2019 and again in 2019 he won 2 cups.', 'В 2019 году он дважды взял 2 кубка.'],
      ['kk', 'a third of voters', 'сайлаушылардың үштен бірі'],
      ['kk', 'eight of the ten species', 'түрлердің оннан сегізі'],
    ],
    bad: [
      ['ru', '200 billion dollars', '200 млн долларов', '200 млн'],
      ['kk', '200 billion tenge', '200 млн теңге', '200 млн'],
      ['ru', 'Millions of people died.', 'Погибли миллиарды людей.', 'миллиарды'],
      ['kk', 'Millions of people died.', 'Миллиардтаған адам қаза тапты.', 'Миллиардтаған'],
      ['ru', 'a 2-2 draw', 'ничья 2:', ':missing'],
      ['kk', 'at 15:00', 'сағат 15:-де', ':missing'],
      ['ru', 'ISO-8859-1 text', 'текст ISO-8859-', ':missing'],
      ['ru', 'At 2pm there were two vans.', 'В час дня там было два фургона.', ':missing'],
      ['ru', 'Save it in the UTF-8 encoding.', 'Сохранить в кодировке UTF.', ':missing'],
      ['ru', '70 percent', '40 процентов', '40'],
      ['kk', '25,000 people', '25 адам', '25'],
      ['ru', 'all 47 passengers', 'все пассажиры', ':missing'],
      ['kk', 'Chelsea led 1-0', 'Челси 6-0 есебімен алға шығып, бір ұпай алды', '6'],
      ['ru', 'five men came', 'пришли шесть человек', 'шесть'],
    ],
  },
  'placeholder/mismatch': {
    good: [
      ['ru', '{{count}} files in {{ name }}', '{{name}}: {{count}} файлов'],
      ['kk', 'Cannot open %s for %s', '%2$s үшін %1$s ашылмады'],
      ['ru', '%H:%M, %B %d', '%d %B, %H:%M'],
      ['kk', '100% sure', '100% сенімді'],
      ['ru', [{ kind: 'text', text: 'Hi ' }, ...ph('1', '%s')], 'Привет, %s'],
      ['ru', '{n, plural, one {# file} other {# files}}', '{n, plural, one {# файл} few {# файла} many {# файлов}}'],
    ],
    bad: [
      ['ru', '{{count}} files', '{{количество}} файлов', '{{количество}}'],
      ['kk', '{{count}} files', '{{саны}} файл', '{{саны}}'],
      ['ru', 'Hello, %s', 'Здравствуйте', ':missing'],
      ['kk', 'Hello', 'Сәлем, {name}', '{name}'],
      ['ru', '%s: %d', '%d: %s', ':order'],
    ],
  },
  'placeholder/syntax': {
    good: [['ru', '{{count}} %s', '{{count}} %s']],
    bad: [
      ['ru', '{{count}} files', '{{count} файлов'],
      ['kk', 'open %s', '% s ашу'],
    ],
  },
  'punctuation/dash': {
    good: [['ru', 'a - b', 'Москва — столица']],
    bad: [
      ['ru', 'a', 'Москва - столица', '-'],
      ['kk', 'a', 'Астана - елорда', '-'],
    ],
  },
  'punctuation/final': {
    good: [
      ['ru', 'He said "yes."', 'Он сказал «да».'],
      ['kk', 'It ended!', 'Аяқталды.'],
      ['ru', '10 min', '10 мин.'],
      ['ru', 'Wait <b>now.</b>', 'Ждите <b>сейчас.</b>'],
    ],
    bad: [
      ['ru', 'It rains.', 'Идёт дождь', ':missing'],
      ['kk', 'Are you sure?', 'Сенімдісіз.', ':other'],
      ['ru', 'Remove', 'Удалить?', ':extra'],
    ],
  },
  'punctuation/quote-style': {
    good: [
      ['ru', 'the film "Oscar"', 'фильм «Оскар»'],
      ['kk', 'the film "Oscar"', '“Оскар” фильмі'],
      ['ru', 'set to "yes"', 'задано «да»'],
      ['en', 'the "film"', 'the "film"'],
    ],
    bad: [
      ['ru', 'the film "Oscar"', 'фильм "Оскар"', '"'],
      ['kk', 'the film "Oscar"', '"Оскар" фильмі', '"'],
    ],
  },
  'punctuation/unpaired-bracket': {
    good: [
      ['ru', 'see (page 5)', 'см. (стр. 5)'],
      ['kk', 'a) first', 'а) бірінші :)'],
    ],
    bad: [
      ['ru', 'see (page 5)', 'см. (стр. 5', '('],
      ['kk', 'see (page 5)', '5-бет) қараңыз', ')'],
    ],
  },
  'punctuation/unpaired-quote': {
    good: [
      ['ru', 'the company "Zarya"', 'ООО «Компания «Заря»'],
      ['kk', '"We begin.', '“Бастаймыз.'],
      ['ru', 'a 5" screen', 'экран 5"'],
    ],
    bad: [
      ['ru', 'He called it "fake."', 'Он назвал это «фейком.', '«'],
      ['kk', 'He called it "fake."', 'Ол мұны фейк” деді.', '”'],
    ],
  },
  'spacing/before-punctuation': {
    good: [
      ['ru', 'the .NET', 'платформа .NET и :) и …'],
      ['kk', 'a : b', 'а : б'],
    ],
    bad: [
      ['ru', 'Yes, of course.', 'Да , конечно.', ' ,'],
      ['kk', 'Yes.', 'Иә .', ' .'],
    ],
  },
  'spacing/double': {
    good: [['ru', 'a  b', 'а  б']],
    bad: [
      ['ru', 'two words', 'два  слова', '  '],
      ['kk', 'two words', 'екі  сөз', '  '],
    ],
  },
  'spacing/edge': {
    good: [['ru', 'Name: ', 'Имя: ']],
    bad: [
      ['ru', 'Name: ', 'Имя:', ':end'],
      ['kk', 'Name', ' Аты', ':start'],
    ],
  },
  'spacing/no-break': {
    good: [['ru', '5 km', '5\u00a0км']],
    bad: [
      ['ru', '5 km', '5 км', ' '],
      ['kk', 'No. 5', '№ 5', ' '],
    ],
  },
  'spelling/doubled-word': {
    good: [
      ['kk', 'internal affairs', 'ішкі ішкі істер, қайта қайта'],
      ['ru', 'Bora Bora', 'остров Бора Бора'],
      ['ru', 'New York, New York', 'Нью-Йорк, Нью-Йорк'],
    ],
    bad: [
      ['ru', 'They were built.', 'Они были были построены.', 'были были'],
      ['kk', 'They were built.', 'Олар салынған салынған.', 'салынған салынған'],
    ],
  },
  'spelling/initial-case': {
    good: [
      ['ru', 'Buy it on eBay now', 'eBay ждёт вас'],
      ['kk', 'Sec', 'сек'],
      ['ru', 'iPad sales rise every year', 'iPad продаётся лучше с каждым годом'],
      ['ru', 'lower start', 'строчное начало'],
    ],
    bad: [
      ['ru', 'The rain stopped.', 'дождь кончился.', 'д'],
      ['kk', 'The rain stopped.', '«жаңбыр басылды».', 'ж'],
      ['kk', 'The Fugees sing in the city today.', 'the Fugees бүгін қалада ән айтады.', 't'],
    ],
  },
  'spelling/unknown-word': {
    good: [['ru', 'a', 'да']],
    bad: [['ru', 'government', 'правительтво', 'правительтво']],
  },
  'urls/mismatch': {
    good: [
      ['ru', 'see https://example.org/en/help.', 'см. https://example.org/ru/help.'],
      ['kk', '(https://example.org/a_(b))', '(https://example.org/a_(b))'],
    ],
    bad: [
      ['ru', 'see https://example.org/help', 'см. https://example.org/halp', 'https://example.org/halp'],
      ['kk', 'write to a@example.org', 'жазыңыз', ':missing'],
    ],
  },
  'completeness/length-ratio': {
    good: [['ru', 'The government adopted the law.', 'Правительство приняло закон.']],
    bad: [
      ['ru', 'The government adopted the law on the budget for three years and went home.', 'Закон принят.', ':short'],
      [
        'kk',
        'The law is adopted by all of them.',
        'Үкімет бүгін кешке дейін созылған ұзақ отырыстан кейін үш жылға арналған бюджет туралы заңды қабылдап тарқады.',
        ':long',
      ],
    ],
  },
  'drift/foreign': {
    good: [
      [
        'ru',
        'The president and the parliament discussed the war and the economy of the country.',
        'Президент и парламент обсудили войну и экономику страны.',
      ],
    ],
    bad: [
      [
        'ru',
        'The president and the parliament discussed the war and the economy of the country.',
        'Вчера мальчик купил красивую книгу и подарил её маме на день рождения.',
      ],
      [
        'kk',
        'The president and the parliament discussed the war and the economy of the country.',
        'Кеше бала әдемі кітап сатып алып, анасына туған күніне сыйлады.',
      ],
    ],
  },
  'drift/truncated': {
    good: [['ru', 'The boats left for the island before dawn.', 'Лодки ушли к острову до рассвета.']],
    bad: [
      ['ru', 'The boats left for the island before dawn.', 'Лодки ушли к.', 'к'],
      ['kk', 'Cats and dogs live here.', 'Мұнда мысықтар және.', 'және'],
      [
        'ru',
        'The government of the country promised to build new schools and hospitals in every city before the end of next year.',
        'Правительство обещало.',
      ],
    ],
  },
  'drift/added': {
    good: [['ru', 'The meeting ended.', 'Собрание закончилось.']],
    bad: [
      [
        'ru',
        'The meeting of the government ended early today.',
        'Заседание правительства сегодня закончилось рано, и министры вместе с журналистами ещё долго обсуждали войну, экономику, здоровье и школы страны.',
      ],
    ],
  },
  'custom/pattern': {
    good: [],
    bad: [],
  },
}

describe('every rule', () => {
  for (const [rule, { good, bad }] of Object.entries(rows)) {
    for (const [target, source, text] of good) {
      it(`${rule} leaves alone ${target}: ${JSON.stringify(text)}`, () => {
        expect(keys(findings(rule, target, [source, text]))).toEqual([])
      })
    }
    for (const [target, source, text, expected] of bad) {
      it(`${rule} finds ${target}: ${JSON.stringify(text)}`, () => {
        const found = findings(rule, target, [source, text])
        expect(found.length).toBeGreaterThan(0)
        if (expected?.startsWith(':')) expect(found.map(({ variant }) => variant)).toContain(expected.slice(1))
        else if (expected !== undefined) expect(found.map(pointed)).toContain(expected)
      })
    }
  }

  it('is tested here or by a name of its own', () => {
    const elsewhere =
      /^(?:terminology|consistency|plurals|ignore|file|state|limits)\/|^drift\/(?:misaligned|swapped)|^completeness\/empty-target/
    const untested = Object.values(checks)
      .filter(
        ({ scope, description }) =>
          scope !== 'project' && rows[description.id] === undefined && !elsewhere.test(description.id),
      )
      .map(({ description }) => description.id)
    expect(untested).toEqual([])
  })
})

describe('fixes', () => {
  for (const [rule, { bad }] of Object.entries(rows)) {
    for (const [target, source, text] of bad) {
      const document = documentOf([{ source, target: text }], target)
      const found = check(document, { only: [rule] }).findings
      if (!found.some(({ fix }) => fix !== undefined)) continue
      it(`of ${rule} leave nothing to find in ${target}: ${JSON.stringify(text)}`, () => {
        const [edit] = applyFixes(document, found, { unsafe: true })
        if (edit === undefined) throw new Error('no edit')
        const fixed = documentOf([{ source, target: edit.target }], target)
        const left = check(fixed, { only: [rule] }).findings
        expect(left.length).toBeLessThan(found.length)
      })
    }
  }
})
