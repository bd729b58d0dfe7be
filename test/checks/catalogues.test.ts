/** What message catalogues of programs do rightly and checks of prose take for faults; beside each class the fault that stays one. */

import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/index.ts'
import { check, documentOf, findings, type TestPair } from './checking.ts'

type Row = readonly [language: string, source: string, target: string]

interface Rows {
  /** Nothing at warning or above. */
  readonly good: readonly Row[]
  /** A warning or an error. */
  readonly bad: readonly Row[]
}

const loud = (list: readonly Finding[]): readonly Finding[] => list.filter(({ level }) => level !== 'info')

const rows: Readonly<Record<string, Rows>> = {
  'accuracy/negation': {
    good: [
      [
        'kk',
        'Turning it off may cause some programs to not work properly.',
        'Оны сөндіру кейбір бағдарламалардың дұрыс жұмыс жасамауына әкеп соғуы мүмкін.',
      ],
      ['kk', 'If you don’t save, all your changes will be lost.', 'Сақтамасаңыз, барлық өзгерістер жоғалады.'],
      ['ru', 'Shown in files which were never opened before.', 'Показывается в файлах, открываемых впервые.'],
      [
        'ru',
        'The number of points used to tell whether it is a corner or not.',
        'Число точек, по которым определяется, является ли точка углом.',
      ],
      ['ru', 'This is better than nothing at all, and you know it.', 'Это всё же лучше, чем ничего, и ты это знаешь.'],
      ['ru', 'The hero was none other than the old king himself.', 'Героем был никто иной, как сам старый король.'],
    ],
    bad: [
      [
        'ru',
        'If the file already exists, it will not be overwritten.',
        'Если файл уже существует, он будет переписан.',
      ],
      ['kk', 'The company has no time for its old customers.', 'Компанияның бұрынғы тұтынушыларына уақыты бар.'],
      ['ru', 'The update is never installed without your consent.', 'Обновление никогда ставится по своей воле.'],
    ],
  },
  'characters/kazakh-letters': {
    good: [
      ['kk', 'Old arcade game for all', 'Барлығына арналған ескі аркада ойыны'],
      ['kk', 'The name of the tag comes here', 'Мұнда тагына қатысты атау келеді'],
    ],
    bad: [['kk', 'The staff work today.', 'Бүгін кызметкерлердин күні.']],
  },
  'characters/mixed-script': {
    good: [
      ['ru', 'IFree', 'IСвободно'],
      ['ru', 'Output pieces to PREFIXaa, PREFIXab', 'Выводит части в файлы ПРЕФИКСaa, ПРЕФИКСab'],
      ['ru', '^[yY]', '^[ДдYy]'],
      ['ru', '%%0AHolder: %s', '%%0AДержатель: %s'],
      ['ru', '~aData written', '~aДанные записаны'],
      ['ru', 'backendA;backendB', 'модульA;модульB'],
      ['ru', '%O$tCannot join', '%O$tНевозможно подключиться'],
      ['ru', "Please enter format 'widthxheight'.", "Введите в формате 'ширинаxвысота'."],
      ['kk', 'TREND(known Y-range; known X-range)', 'TREND(мәлімY; мәлімX)'],
      ['ru', 'Mode WxH[xD]', 'Режим ШxВ[xГ]'],
    ],
    bad: [
      ['ru', 'Server', 'Cервер'],
      ['ru', 'air', 'воздуxа'],
      ['kk', 'Shape', 'Үлгi'],
      ['ru', 'The greater part', 'Бóльшая часть'],
    ],
  },
  'characters/normalization': {
    good: [['ru', '%d \u212a', '%d \u212a']],
    bad: [['ru', '%d K', '%d \u212a']],
  },
  'completeness/untranslated': {
    good: [
      ['ru', 'attachment.dat', 'attachment.dat'],
      ['kk', 'dd.mm.yyyy', 'dd.mm.yyyy'],
      ['kk', '[vcard|csv]', '[vcard|csv]'],
      ['ru', 'Lotus 123 (*.wk1, *.wks, *.123)', 'Lotus 123 (*.wk1, *.wks, *.123)'],
      ['kk', 'gnome-terminal', 'gnome-terminal'],
      ['ru', 'Rhythm and Blues', 'Rhythm and Blues'],
      ['ru', 'Hershey Serif bold', 'Hershey Serif bold'],
      ['kk', 'Arend van Beelen jr.', 'Arend van Beelen jr.'],
      ['kk', 'calendar:week_start:0', 'calendar:week_start:1'],
      ['ru', '<literal>fg white; set bold</literal>', '<literal>fg white; set bold</literal>'],
      ['ru', 'struct entry *getentry();', 'struct entry *getentry();'],
      ['kk', '$ make install all', '$ make install all'],
    ],
    bad: [
      ['kk', 'Display version information', 'Display version information'],
      ['ru', 'Copy the _file now', 'Copy the _file now'],
      ['ru', 'systemd units and services', 'systemd units and services'],
      ['kk', '<b>Delete all files</b>', '<b>Delete all files</b>'],
    ],
  },
  'drift/added': {
    good: [
      [
        'kk',
        'Monitor;System;Process;Memory;Network;History;Usage;Performance;Task;Manager;',
        'Monitor;System;Process;Memory;Network;History;Usage;Performance;Task;Manager;Бақылау;Жүйе;Үрдіс;Жады;Желі;Тарихы;Қолданылуы;Өнімділік;Тапсырма;Басқарушы;',
      ],
    ],
    bad: [],
  },
  'drift/truncated': {
    good: [
      ['ru', 'Restarting computer in %d seconds.', 'Компьютер будет перезагружен через %d с.'],
      ['ru', 'Updated just now.', 'Обновлено только что.'],
      [
        'ru',
        'Place the eight of diamonds next to the seven of diamonds.',
        'Положите восьмёрку бубен рядом с семёркой бубен.',
      ],
      ['ru', 'The speed is given in megabits per second, mbit/s.', 'Скорость даётся в мегабитах, Мбит/с.'],
      ['ru', 'Enter a name with or without wildcards.', 'Введите имя, с шаблонами или без.'],
    ],
    bad: [
      ['ru', 'The boats left for the island before dawn.', 'Лодки ушли к.'],
      ['kk', 'Cats and dogs live here.', 'Мұнда мысықтар және.'],
    ],
  },
  'markup/missing-tag': {
    good: [
      ['ru', 'udp://<source address>:<port>', 'udp://<исходный адрес>:<порт>'],
      ['kk', '--%s needs <link> <name>', '--%s үшін <сілтеме> <аты> керек'],
      [
        'ru',
        'A <b>red</b> apple, a <b>green</b> one and a <b>ripe</b> one',
        '<b>Красное</b> яблоко, <b>зелёное</b> и спелое',
      ],
    ],
    bad: [['ru', 'A <b>bold</b> word', 'Жирное слово']],
  },
  'numbers/format': {
    good: [
      ['kk', '5.1-channel', '5.1 арналы'],
      ['ru', 'MS Excel 5.0/95', 'MS Excel 5.0/95'],
      ['ru', 'PDF version (1.4 or 1.5)', 'Версия PDF (1.4 или 1.5)'],
      ['kk', 'E.g. "4.2" for video', 'Мысалы, бейне үшін «4.2»'],
      ['ru', 'Surround 7.1', 'Объёмный звук 7.1'],
      ['ru', '0.0 is the left side, 1.0 is the right one', '0.0 — слева, 1.0 — справа'],
      ['ru', 'Wait from 0.5*WAIT seconds', 'Пауза в 0.5*WAIT секунд'],
      ['ru', 'No headers, assuming HTTP/0.9', 'Заголовков нет, считаем HTTP/0.9'],
      ['ru', 'The corner is (100,100).', 'Угол — (100,100).'],
      ['ru', '50°52′21.92″N', '50°52′21.92″N'],
      ['ru', 'Only with WebKitGtk+ 2.30 or later', 'Только с WebKitGtk+ 2.30 и новее'],
    ],
    bad: [
      ['ru', 'between 0.25 and 1.00', 'между 0.25 и 1.00'],
      ['kk', '-15.0 dB', '-15.0 дБ'],
      ['kk', '0.0 km', '0.0 км'],
    ],
  },
  'numbers/mismatch': {
    good: [
      ['ru', 'If set to 0, the system value is used.', 'При нулевом значении берётся системное.'],
      ['ru', 'Device is size 0', 'Устройство имеет нулевой размер'],
      ['ru', 'e.g. 2∶35 pm', 'например, 14∶35'],
      ['kk', 'Specify the time, e.g. 15∶30, 2∶35 pm, 4 pm', 'Уақытты көрсетіңіз, мысалы, 15∶30'],
      ['ru', 'Not considered 3rd party', 'Не считается сторонним'],
      ['ru', '20_0 %', '_200 %'],
      ['kk', 'calendar:week_start:0', 'calendar:week_start:1'],
      ['kk', 'meter per second;m/s²;m/s2;m/s^2', 'метр/секунд;м/с²;м/сек²'],
      ['ru', '1 millimeter is a thousandth of a meter', 'Миллиметр равен тысячной доле метра'],
      ['ru', 'must be a power of 2', 'должно быть степенью двойки'],
      ['ru', 'values smaller than 1', 'значения меньше единицы'],
      ['ru', 'Every amount will be set to 0.', 'Все суммы будут обнулены.'],
      ['kk', 'The list has 0 objects.', 'Тізімде ешбір нысан жоқ.'],
      ['ru', 'February 2&9th alarm:', 'Напоминание &29 февраля:'],
      ['ru', 'Income on 12 last months', 'Доходы за год'],
      ['kk', 'Size of 3-D cells', 'Ұяшықтар өлшемі'],
      ['kk', '01/11/2009 17:52:00', '01/11/2014 17:52:00'],
      ['ru', 'Don&#8217;t attack', 'Не нападайте'],
      ['kk', 'The number is less than 0.', 'Бұл сан теріс.'],
      ['ru', '2 or more curves', 'несколько кривых'],
      ['ru', 'scroll down 1 page', 'прокрутить на страницу вниз'],
      ['kk', 'equals 1,025.787', 'тең 1 025,787'],
      ['ru', 'I count two hundred pieces of gold!', 'Я насчитал две сотни золотых!'],
      ['ru', 'TODAY() returns "13 April 2002"', 'TODAY() возвратит "28 апреля 2003"'],
      [
        'ru',
        'Name     Size\nfoo      12\nbar      13\nbaz      14',
        'Имя      Размер\nраз      2\nдва      3\nтри      4',
      ],
      ['ru', 'It began in the early 1700s.', 'Это началось в XVIII веке.'],
      ['ru', 'Twenty to eight', 'без двадцати восемь'],
      ['ru', 'Half past eight', 'половина девятого'],
    ],
    bad: [
      ['ru', 'Rotate the view 15 degrees', 'Повернуть изображение на 90 градусов'],
      ['kk', '2G, 4G, 5G', '2G, 3G, 5G'],
      ['ru', 'At 2∶35 pm', 'В 15∶35'],
      ['ru', 'SUM(12;5) returns 4368', 'SUM(12;5) возвратит 792'],
      [
        'ru',
        'In 788 the king conquered the area. He then introduced the new faith to the people, who had held to the old gods of their land for as long as anyone could remember.',
        'В 789 году король завоевал эти земли. Затем он ввёл новую веру.',
      ],
    ],
  },
  'placeholder/mismatch': {
    good: [
      ['ru', "%'dnd link to %s", "%'d-я ссылка на %s"],
      ['kk', "%s (%'dth copy)%s", "%s (нөмірі %'d көшірме)%s"],
      ['ru', '%2im%02i', '%2iм%02i'],
      ['ru', 'waiting (%ds)', 'ожидаю (%iс)'],
      ['ru', 'Image [%1x%2] copied.', 'Рисунок %1×%2 скопирован.'],
      ['kk', '{None}', '{Жоқ}'],
      ['ru', '{State}', '{Регион, штат}'],
      ['kk', '%1d', '%1 күн'],
      ['ru', '{Tab} 9 {Space} 32', '{Таб} 9 {Пробел} 32'],
      ['ru', 'On %1', "%1|/|На $[wo-prefix 'Рабочий стол ' %1]"],
      ['ru', '%BWARNING%b: take care', '%BВНИМАНИЕ%b: осторожно'],
      ['ru', 'about|{long_month} {year}', '{long_month.f[Р]} {year}'],
      ['ru', '%1 is %2@%3', '%1 — %2&#64;%3'],
      ['ru', '@strong{Note...} is odd', '@strong{Note…} — странно'],
      ['ru', 'Add %1', 'Добавление %1\\nдобавление %1'],
      ['ru', '%1m%2s', '%1м%2с'],
    ],
    bad: [
      ['ru', 'Cannot open file “{0}”.', 'Не удалось открыть файл «%s».'],
      ['kk', '? bytes', '%s байт'],
      ['ru', '{number}', '{номер}'],
      ['ru', '%s of %d', '%d из %s'],
      ['kk', 'Driver %1: install %2.', 'Драйвер: %2 орнатыңыз.'],
      ['ru', 'Hello, %NAME%!', 'Привет!'],
      ['ru', 'Add %s', 'Добавление %s %s'],
    ],
  },
  'punctuation/final': {
    good: [
      ['ru', 'Mr.', 'Г-н'],
      ['kk', '8 × 10 in.', '8 × 10 дюйм'],
      ['kk', 'A file cannot be called “.”', 'Файл аты "." болуы мүмкін емес'],
      ['ru', 'Kinds of joins (round, bevel, ...)', 'Виды соединений (круглое, срезанное и так далее)'],
      ['kk', 'Finds applications that match :q:', ':q: дегенге сәйкес қолданбаны іздеу'],
      ['ru', 'List of valid login shells.', 'содержит список оболочек'],
      ['ru', 'Partition full?', 'Возможно, диск переполнен.'],
      ['ru', 'Please choose whether to keep it.', 'Нужно ли его оставить?'],
      ['ru', 'Remove images?', 'Удаление снимков'],
      ['kk', 'Re&place 1/2... with ½...', '1/2... дегенді ½... деп ауыстыру'],
      ['ru', 'Replace with %s (y/n)?', 'Заменить на %s? (y/n)'],
    ],
    bad: [
      ['ru', 'The color cannot be installed.', 'Не удалось установить цвет'],
      ['kk', 'Text view:', 'Мәтіндік көрініс'],
      ['kk', 'Reopen the current project?', 'Жобаны қайта ашу'],
      ['ru', 'Is the disk full?', 'Диск переполнен.'],
    ],
  },
  'spacing/before-punctuation': {
    good: [
      ['ru', 'HD Video (16 ∶ 9)', 'Видео HD (16 : 9)'],
      ['kk', 'Two women work', 'Екі ?йел ж?мыс істейді'],
    ],
    bad: [['kk', 'the source is a file, but', 'қайнар көзі файл , ал']],
  },
  'spacing/double': {
    good: [
      ['kk', ' Position : %s', ' Орын     : %s'],
      ['ru', '-EL\tgenerate code', '-EL  генерировать код'],
      ['ru', 'cpusubtype: %s', 'подтип:     %s'],
    ],
    bad: [['kk', 'Cache %s', 'Кэш  %s']],
  },
  'spacing/edge': {
    good: [
      ['ru', 'The device has been removed. ', 'Устройство отключено.'],
      ['kk', 'Change the _background ', 'Фо_нды ауыстыру'],
      ['kk', 'Press Escape to cancel.  ', 'Бас тарту үшін Escape басыңыз.'],
      ['kk', 'nd copy)', ' көшірме)'],
      ['ru', 'Camera make:', '\ufeffПроизводитель камеры:'],
    ],
    bad: [
      ['kk', 'Old password: ', 'Ағымдағы пароль:'],
      ['ru', 'built on %s with ', 'собрано на %s с помощью'],
      ['ru', 'Optical Media', ' Оптический носитель'],
    ],
  },
  'spelling/doubled-word': {
    good: [
      [
        'kk',
        'Notifications will appear in the notification list.',
        'Енді хабарламалар хабарламалар тізімінде көрсетіледі.',
      ],
      ['kk', '-n, --new-name NEW_GROUP', 'атын жаңа ЖАҢА_ТОП атына'],
      ['ru', 'It shows that something went wrong.', 'О том, что что-то пошло не так.'],
      ['ru', 'Rotate', 'Вращение\nвращение'],
    ],
    bad: [
      ['kk', 'Binding to log out.', 'Шығу үшін үшін пернетақта жарлығы.'],
      ['ru', 'Would you like to claim a draw?', 'Хотите предложить предложить ничью?'],
      ['ru', 'Packages of this archive', 'Пакеты из\nиз этого архива'],
    ],
  },
  'spelling/initial-case': {
    good: [
      ['ru', 'OCSP responder returned an old status', 'ответчик OCSP возвратил старый статус'],
      ['ru', '— Create and modify an archive', '— создать или изменить архив'],
      [
        'kk',
        'Maximum bitrate in kbps. Useful for streaming applications.',
        'кбит/с-пен берілген битрейт. Ағындық қолданбалар үшін пайдалы.',
      ],
      ['ru', 'List of valid login shells.', 'содержит список оболочек'],
      ['ru', 'Cannot find the given process identifier', 'идентификатор процесса не найден'],
    ],
    bad: [['ru', 'Create and modify a large archive.', 'создать или изменить архив.']],
  },
  'urls/mismatch': {
    good: [
      ['kk', 'Make sure to include http:// or https://.', 'http:// немесе https:// қосылғанын тексеріңіз.'],
      ['ru', 'See http://example.org/a here', 'См. https://example.org/a'],
    ],
    bad: [['ru', 'See https://docs.example.org/ here', 'См. https://example.org/ здесь']],
  },
}

describe.each(Object.entries(rows))('%s', (rule, { good, bad }) => {
  if (good.length > 0)
    it.each(good)('%s: leaves «%s» – «%s» alone', (language, source, target) => {
      expect(loud(findings(rule, language, [source, target]))).toEqual([])
    })
  if (bad.length > 0)
    it.each(bad)('%s: tells «%s» – «%s»', (language, source, target) => {
      expect(loud(findings(rule, language, [source, target])).length).toBeGreaterThan(0)
    })
})

describe('a tag', () => {
  const level = (target: string, source: string, text: string): string | undefined =>
    [
      ...findings('markup/missing-tag', target, [source, text]),
      ...findings('markup/extra-tag', target, [source, text]),
    ][0]?.level

  it.each<[string, string, string, string | undefined]>([
    ['ru', 'The <b>old</b> file', 'Старый файл', 'warning'],
    ['kk', 'Press Settings', '<i>Баптаулар</i> басыңыз', 'info'],
    ['ru', 'The <i>old</i> file', 'Файл «старый»', 'info'],
    ['ru', 'A <b>red</b> and a <b>green</b> one', '<b>Красный</b> и зелёный', 'info'],
    ['kk', 'First line.<br/>Second line.', 'Бірінші жол. Екінші жол.', 'info'],
    ['ru', 'See <a href="x">this</a> file', 'См. <a href="x">этот</a> файл и <a href="x">тот</a>', 'info'],
    ['ru', 'The <b>old</b> file', 'Старый</b> файл', 'error'],
    ['kk', 'See <a href="x">this</a>', 'Мынаны қараңыз', 'error'],
    ['ru', 'The <i>pool<i> file', 'Файл <i>pool</i>', 'info'],
  ])('%s: «%s» – «%s» is %s', (target, source, text, expected) => {
    expect(level(target, source, text)).toBe(expected)
  })
})

it('leaves a control character that the source has', () => {
  expect(
    findings('characters/forbidden', 'ru', ['The \u0002Insert\u0002 command', 'Команда \u0002Вставить\u0002']),
  ).toEqual([])
})

describe('a soft hyphen', () => {
  it.each(['ru', 'kk'])('%s: is a warning inside a word, an error beside one', language => {
    const [inside] = findings('characters/invisible', language, ['Displays', 'Экран\u00adдар'])
    const [beside] = findings('characters/invisible', language, ['Online accounts', 'Сетевые \u00adзаписи'])
    expect([inside?.level, beside?.level]).toEqual(['warning', 'error'])
  })
})

describe('numbers that all differ', () => {
  it('are one finding from three on', () => {
    const list = findings('numbers/mismatch', 'kk', ['Sorts as 9, 8, 7', 'Былай сұрыптайды: 3, 2, 1'])
    expect(list.map(({ data }) => data)).toEqual([{ expected: '9, 8, 7', found: '3, 2, 1' }])
  })
})

describe('numbers left out together', () => {
  it('are one finding', () => {
    const list = findings('numbers/mismatch', 'ru', ['Suite 330, Boston, 02110', 'Бостон'])
    expect(list.map(({ data }) => data)).toEqual([{ expected: '330, 02110' }])
  })
})

describe('plural forms', () => {
  const only = [{ category: 'gettext', meta: [{ type: 'plural-only', value: '1' }] }]

  it('of one number alone need not name it', () => {
    const pair = { source: 'Open %1 terminals', target: 'Открыть терминал' }
    const rule = { only: ['placeholder', 'numbers'] }
    expect(check(documentOf([{ ...pair, metadata: only }], 'ru'), rule).findings).toEqual([])
    expect(check(documentOf([pair], 'ru'), rule).findings).toHaveLength(1)
  })

  const forms = (source: string, text: string): readonly TestPair[] =>
    ['one', 'few', 'many'].map((category, i) => ({
      source: i === 0 ? source : `${source}s`,
      target: text,
      id: `a_${category}`,
    }))

  it.each(['Каждый %d-й день', '%d мин', 'Страница %d из %d', '%d видео', 'Удалить файлы'])('may all be «%s»', text => {
    expect(check(documentOf(forms('%d thing', text), 'ru'), { only: ['plurals/identical-forms'] }).findings).toEqual([])
  })

  it('may not all be «%d файл»', () => {
    const list = check(documentOf(forms('%d file', '%d файл'), 'ru'), { only: ['plurals/identical-forms'] }).findings
    expect(list).toHaveLength(1)
  })
})

describe('a catalogue of labels', () => {
  const label = (i: number): TestPair => ({ source: `Option ${i}`, target: `Параметр ${i}` })
  const sentence = (i: number): TestPair => ({
    source: `The committee met on day ${i} of the month.`,
    target: `Комитет собрался в день ${i} этого месяца.`,
  })
  const doubtful: TestPair = {
    source: 'The government will not raise the price of gas before the end of the year.',
    target: 'Правительство повысит цену на газ до конца года.',
  }
  const levelsAmong = (other: (i: number) => TestPair): readonly string[] =>
    check(documentOf([...Array.from({ length: 60 }, (_, i) => other(i)), doubtful], 'ru'), {
      only: ['accuracy'],
    }).findings.map(({ level }) => level)

  it('keeps weak signs down to infos, which sentences do not', () => {
    expect(levelsAmong(label)).toEqual(['info'])
    expect(levelsAmong(sentence)).toEqual(['warning'])
  })

  it('leaves a level set by hand', () => {
    const document = documentOf([...Array.from({ length: 60 }, (_, i) => label(i)), doubtful], 'ru')
    const { findings: list } = check(document, { only: ['accuracy'], rules: { 'accuracy/negation': 'warning' } })
    expect(list.map(({ level }) => level)).toEqual(['warning'])
  })
})
