import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { language } from '../../src/model/index.ts'
import { sha256 } from '../../src/text/hash.ts'
import { lengthSurprise, usualRatio } from '../../src/text/length-ratio.ts'
import { mojibake } from '../../src/text/mojibake.ts'
import { icuCategories, placeholders } from '../../src/text/placeholders.ts'
import { categoriesOf, splitPluralKey } from '../../src/text/plural-forms.ts'
import { quoteMarks, unpairedQuotes } from '../../src/text/quotes.ts'
import { tags } from '../../src/text/tags.ts'
import { urls } from '../../src/text/urls.ts'

describe('SHA-256', () => {
  it('equals that of Node for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), text => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
      }),
    )
  })
})

describe('placeholders', () => {
  it.each([
    ['{{count}} {{- x , y}} $t(key.a)', ['{{count}}', '{{- x,y}}', '$t(key.a)']],
    ['%s %1$s %d%% 100% of 50%d', ['%s', '%1$s', '%d']],
    ["%'d %02d %.2f %i %@ %(name)s", ['%d', '%d', '%f', '%d', '%@', '%(name)s']],
    ['{name} {0} {} {0,number} #{x} %{x} %USER%', ['{name}', '{0}', '{}', '{0,number}', '#{x}', '%{x}', '%USER%']],
    ['{ -brand-name } { $url } { -brand(case: "x") }', ['{-brand-name}', '{$url}', '{-brand}']],
    ['{one item} @{x} 100%', []],
    ['%H:%M %p', []],
    ['%sYou', ['%s']],
  ])('in %s', (text, expected) => expect(placeholders(text).map(({ key }) => key)).toEqual(expected))

  it('inside branches are marked, and categories listed', () => {
    const text = '{n, plural, =0 {none} one {# of {x}} few{a} other {{n} files}}'
    expect(placeholders(text).map(({ key, inBranch }) => `${key}${inBranch ? '*' : ''}`)).toEqual([
      '{n,plural}',
      '{x}*',
      '{n}*',
    ])
    expect(icuCategories(text, 0)).toEqual(['one', 'few', 'other'])
  })
})

describe('tags', () => {
  it('are what closes or is known', () => {
    expect(
      tags('<b>x</b> <br> <img src="a"/> <file> <x1>y</x1> a < b').map(({ name, kind }) => `${kind} ${name}`),
    ).toEqual(['open b', 'close b', 'standalone br', 'standalone img', 'open x1', 'close x1'])
  })
})

describe('addresses', () => {
  it('are cut of the sentence’s punctuation', () => {
    const found = urls('See https://a.org/x_(y)). Or (www.b.kz/қала), mail c@d.org; «http://e.ru»')
    expect(found.map(({ url }) => url)).toEqual(['https://a.org/x_(y)', 'www.b.kz/қала', 'c@d.org', 'http://e.ru'])
  })
})

describe('quotation marks', () => {
  it.each([
    ['«a „b“ c»', ['open', 'open', 'close', 'close']],
    ['“сөз“ деді', ['open', 'close']],
    ['”сөз” деді', ['open', 'close']],
    ['"a" and "b"', ['open', 'close', 'open', 'close']],
    ['5" screen', []],
  ])('have roles in %s', (text, expected) => expect(quoteMarks(text).map(({ role }) => role)).toEqual(expected))

  it('without their pair are found', () => {
    expect(unpairedQuotes(quoteMarks('«a» «b'))).toEqual([2])
    expect(unpairedQuotes(quoteMarks('a» «b»'))).toEqual([0])
  })
})

describe('mojibake', () => {
  const utf8As = (text: string, label: string): string => new TextDecoder(label).decode(new TextEncoder().encode(text))

  it('is undone where no byte was lost', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[абвгдеж]{3,20}$/), text => {
        for (const label of ['windows-1252', 'windows-1251']) {
          const [found] = mojibake(utf8As(text, label), true)
          expect(found?.kind).toBe('utf-8')
          expect(found?.repaired).toBe(text)
        }
      }),
    )
    expect(mojibake('òåêñò', true)).toEqual([{ start: 0, end: 5, kind: 'windows-1251', repaired: 'текст' }])
  })

  it('is not seen in honest text', () => {
    for (const text of ['Правда? Да.', 'а?', 'café', 'Ñandú y España', 'что?! Где?'])
      expect(mojibake(text, true)).toEqual([])
  })
})

describe('plural categories and lengths', () => {
  it('follow CLDR', () => {
    expect(categoriesOf(language('ru'))).toEqual(['one', 'few', 'many', 'other'])
    expect(categoriesOf(language('kk'))).toEqual(['one', 'other'])
    expect(categoriesOf(language('fr'))).toEqual(['one', 'other'])
    expect(splitPluralKey('item_ordinal_few')).toEqual({ base: 'item', category: 'few', ordinal: true })
    expect(splitPluralKey('item_name')).toBeUndefined()
    expect(splitPluralKey('_one')).toBeUndefined()
  })

  it('surprise only far off the usual', () => {
    const [en, ru] = [language('en'), language('ru')]
    expect(Math.abs(lengthSurprise('a'.repeat(100), 'б'.repeat(109), en, ru))).toBeLessThan(0.5)
    expect(lengthSurprise('a'.repeat(100), 'б'.repeat(40), en, ru)).toBeLessThan(-3)
    expect(lengthSurprise('short', 'б', en, ru)).toBe(0)
    expect(usualRatio(en, language('de'))).toBe(1)
  })
})
