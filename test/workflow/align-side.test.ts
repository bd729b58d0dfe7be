import { describe, expect, it } from 'vitest'
import { Failure, formatPlace, language } from '../../src/model/index.ts'
import { alignTexts } from '../../src/workflow/align.ts'
import { type AlignSide, readSide } from '../../src/workflow/align-side.ts'

const side = (file: string, text: string, tag: string, isSegmented = false): AlignSide =>
  readSide({ bytes: new TextEncoder().encode(text), file, language: language(tag) }, isSegmented)

/** Code and place of the failure. */
const failed = (file: string, text: string, tag: string): readonly [string, string] => {
  try {
    side(file, text, tag)
  } catch (error) {
    if (error instanceof Failure) return [error.code, error.place === undefined ? '' : formatPlace(error.place)]
  }
  return ['', '']
}

const xliff = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="kk">
  <file id="f1">
    <unit id="u1">
      <segment id="s1"><source>Protests began in <pc id="1" dataRefStart="b" dataRefEnd="e">Zhanaozen</pc>.</source><target order="3">Онда наразылық басталды.</target></segment>
      <ignorable><source> </source><target order="2"> </target></ignorable>
      <segment id="s2"><source>Prices had
        doubled.</source><target order="1">Баға екі есе өсті.</target></segment>
    </unit>
    <unit id="u2">
      <segment id="s1"><source>Nobody answered.</source></segment>
      <segment id="s2"><source>  </source><target></target></segment>
    </unit>
    <unit id="u3"><segment><source>The end.</source><target>Соңы.</target></segment></unit>
  </file>
</xliff>
`

const xliff12 = (source: string, target: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="a.txt" source-language="${source}" target-language="${target}" datatype="plaintext"><body>
    <trans-unit id="1">
      <source>One. Two.</source>
      <seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk></seg-source>
      <target><mrk mtype="seg" mid="1">Один.</mrk> <mrk mtype="seg" mid="2">Два.</mrk></target>
    </trans-unit>
  </body></file>
</xliff>
`

const tmx = (...units: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>
${units.join('\n')}
</body></tmx>
`
const tu = (...variants: readonly (readonly [tag: string, text: string])[]): string =>
  `<tu>${variants.map(([tag, text]) => `<tuv xml:lang="${tag}"><seg>${text}</seg></tuv>`).join('')}</tu>`

describe('readSide', () => {
  it('takes the segments of the XLIFF source, units as paragraphs', () => {
    expect(side('a.xlf', xliff, 'en')).toEqual({
      texts: ['Protests began in Zhanaozen.', 'Prices had doubled.', 'Nobody answered.', 'The end.'],
      starts: [0, 2, 3],
    })
  })

  it('takes the segments of the XLIFF target in their own order, without those that have no text', () => {
    expect(side('a.xlf', xliff, 'kk')).toEqual({
      texts: ['Баға екі есе өсті.', 'Онда наразылық басталды.', 'Соңы.'],
      starts: [0, 2],
    })
  })

  it.each([
    ['ru', ['Один.', 'Два.']],
    ['en', ['One.', 'Two.']],
  ])('takes the segments of XLIFF 1.2: %s', (tag, texts) => {
    expect(side('a.xlf', xliff12('en-US', 'ru-KZ'), tag)).toEqual({ texts, starts: [0] })
  })

  it('takes the very tag before another variety of the language', () => {
    expect(side('a.xlf', xliff12('en-GB', 'en-US'), 'en-US').texts).toEqual(['Один.', 'Два.'])
  })

  it('takes translations of a language the file does not name', () => {
    const unnamed = xliff12('en', 'ru').replace(' target-language="ru"', '')
    expect(side('a.xlf', unnamed, 'ru').texts).toEqual(['Один.', 'Два.'])
    expect(side('a.xlf', unnamed, 'en').texts).toEqual(['One.', 'Two.'])
    expect(failed('a.xlf', unnamed.replace(/<target>.*<\/target>/, ''), 'ru')[0]).toBe('align.no-language')
  })

  it('takes the variants of a TMX, without paragraphs', () => {
    const file = tmx(
      tu(['en', 'Good day.'], ['ru', 'Добрый день.'], ['kk', 'Қайырлы күн.']),
      tu(['en-US', 'Color.'], ['ru', 'Цвет.']),
      tu(['en', 'Bye.'], ['kk-KZ', 'Сау бол.']),
    )
    expect(side('m.tmx', file, 'en')).toEqual({ texts: ['Good day.', 'Color.', 'Bye.'] })
    expect(side('m.tmx', file, 'ru')).toEqual({ texts: ['Добрый день.', 'Цвет.'] })
    expect(side('m.tmx', file, 'kk')).toEqual({ texts: ['Қайырлы күн.', 'Сау бол.'] })
  })

  it('takes a column of a table, a side of a catalogue, the texts of a JSON file', () => {
    expect(side('t.csv', 'id,en,ru,kk\n1,One.,Один.,Бір.\n2,Two.,,Екі.\n', 'ru').texts).toEqual(['Один.'])
    expect(side('t.csv', 'id,en,ru,kk\n1,One.,Один.,Бір.\n2,Two.,,Екі.\n', 'kk').texts).toEqual(['Бір.', 'Екі.'])
    const po = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Open"\nmsgstr "Открыть"\n'
    expect(side('ru.po', po, 'ru').texts).toEqual(['Открыть'])
    expect(side('ru.po', po, 'en').texts).toEqual(['Open'])
    expect(side('x.json', '{ "a": { "b": "Ашу" }, "c": "Жабу" }', 'kk').texts).toEqual(['Ашу', 'Жабу'])
  })

  it('takes for text what only looks like a table', () => {
    expect(side('a.txt', 'ru, en\nЭто языки.\n', 'ru').texts).toEqual(['ru, en', 'Это языки.'])
    expect(side('a', '{ "a": 1 }\n', 'en').texts).toEqual(['{ "a": 1 }'])
  })

  it.each<readonly [what: string, file: string, text: string, tag: string, code: string, place: string]>([
    ['another language in XLIFF', 'a.xlf', xliff, 'ru', 'align.no-language', 'a.xlf:1:1'],
    ['Latin Kazakh asked of Cyrillic', 'a.xlf', xliff, 'kk-Latn', 'align.no-language', 'a.xlf:1:1'],
    ['another language in TMX', 'm.tmx', tmx(tu(['en', 'a'], ['kk', 'б'])), 'ru', 'align.no-language', 'm.tmx:1:1'],
    ['another language in PO', 'kk.po', 'msgid "a"\nmsgstr "б"\n', 'ru', 'align.no-language', 'kk.po:1:1'],
    ['two varieties in XLIFF', 'a.xlf', xliff12('en-GB', 'en-US'), 'en', 'align.two-candidates', 'a.xlf:1:1'],
    [
      'two varieties in one unit of a TMX',
      'm.tmx',
      tmx(tu(['en', 'a'], ['ru', 'б']), tu(['ru-RU', 'в'], ['ru-KZ', 'г'])),
      'ru',
      'align.two-candidates',
      'm.tmx:4:1',
    ],
    ['no target at all', 'a.xlf', xliff.replace(/<target.*?<\/target>/gs, ''), 'kk', 'align.nothing', 'a.xlf:1:1'],
    ['an empty TMX', 'm.tmx', tmx(), 'ru', 'align.nothing', 'm.tmx:1:1'],
    ['a glossary', 't.tbx', '<tbx/>', 'ru', 'format.no-segments', 't.tbx:1:1'],
  ])('refuses %s', (_, file, text, tag, code, place) => {
    expect(failed(file, text, tag)).toEqual([code, place])
  })
})

describe('alignTexts', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

  it('aligns a text with the target of an XLIFF file', async () => {
    const bitext = await alignTexts(
      {
        bytes: bytes('Prices had doubled. Protests began in Zhanaozen.\nThe end.\n'),
        file: 'en.txt',
        language: language('en'),
      },
      { bytes: bytes(xliff), file: 'a.xlf', language: language('kk') },
    )
    expect(bitext.target).toEqual(['Баға екі есе өсті.', 'Онда наразылық басталды.', 'Соңы.'])
    expect(bitext.beads.map(({ source, target }) => [source.from, target.from])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })

  it('aligns lines with the variants of a TMX', async () => {
    const bitext = await alignTexts(
      { bytes: bytes('Добрый день.\nВ 2011 году было 14 встреч.\n'), file: 'ru.txt', language: language('ru') },
      {
        bytes: bytes(tmx(tu(['kk', 'Қайырлы күн.']), tu(['kk', '2011 жылы 14 кездесу өтті.']))),
        file: 'm.tmx',
        language: language('kk'),
      },
      { isSegmented: true },
    )
    expect(bitext.beads).toHaveLength(2)
  })
})
