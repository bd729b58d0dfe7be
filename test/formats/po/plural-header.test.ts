import { describe, expect, it } from 'vitest'
import { pluralFormsOf } from '../../../src/formats/po/plural-header.ts'
import { language } from '../../../src/model/index.ts'

const names = (header: string, tag: string) =>
  pluralFormsOf(header, language(tag))?.map(({ category, only }) => (only === undefined ? category : `=${only}`))

const russian = 'n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2'

describe('pluralFormsOf', () => {
  it.each([
    ['ru', `nplurals=3; plural=(${russian});`, ['one', 'few', 'many']],
    ['ru', `nplurals=4; plural=n==1 ? 3 : ${russian};`, ['one', 'few', 'many', '=1']],
    ['kk', 'nplurals=1; plural=0;', ['other']],
    ['kk', 'nplurals=2; plural=(n!=1);', ['one', 'other']],
    ['en', ' nplurals = 2 ; plural = !(n == 1) ;', ['one', 'other']],
    ['fr', 'nplurals=2; plural=n>1;', ['one', 'other']],
  ])('%s: %s', (tag, header, expected) => {
    expect(names(header, tag)).toEqual(expected)
  })

  it.each([
    undefined,
    '',
    'nplurals=INTEGER; plural=EXPRESSION;',
    'nplurals=3; plural=0;',
    'nplurals=2; plural=n;',
    'nplurals=2; plural=(n!=1;',
    'nplurals=2; plural=system(1);',
    `nplurals=2; plural=${'('.repeat(200)}n${')'.repeat(200)};`,
    `nplurals=2; plural=${'!'.repeat(200)}n;`,
  ])('gives nothing for %j', header => {
    expect(pluralFormsOf(header, language('ru'))).toBeUndefined()
  })
})
