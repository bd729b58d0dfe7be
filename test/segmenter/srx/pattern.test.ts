import { describe, expect, it } from 'vitest'
import { PatternError, translatePattern } from '../../../src/segmenter/srx/pattern.ts'

function fits(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${translatePattern(pattern).source})$`, 'v').test(text)
}

function reasonOf(pattern: string): string {
  try {
    translatePattern(pattern)
  } catch (error) {
    if (error instanceof PatternError) return error.reason
    throw error
  }
  return 'none'
}

/** Pattern, what it fits, what it does not fit. */
const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['abc', ['abc'], ['ab', 'ABC']],
  ['a|б', ['a', 'б'], ['aб']],
  ['.', ['x', 'ж', '😀'], ['\n', '\u0085', '\u2028', 'xx']],
  ['(?s).', ['\n', 'x'], []],
  ['\\w+', ['слово', 'word_1', 'сөз', 'e\u0301'], ['a b', '-']],
  ['\\W', ['-', ' '], ['ж', '_']],
  ['\\d+', ['12', '٣'], ['a']],
  ['\\D', ['a'], ['1']],
  ['\\s', [' ', '\u00a0', '\u2003', '\t'], ['a', '\ufeff']],
  ['\\S', ['a'], ['\u00a0']],
  ['\\h', ['\t', '\u00a0'], ['\n']],
  ['\\H', ['\n'], [' ']],
  ['\\v', ['\n', '\u2028'], [' ']],
  ['\\V', [' '], ['\n']],
  ['\\R', ['\r\n', '\n', '\u2028'], ['\r\n\r\n', ' ']],
  ['ж\\b.*', ['ж', 'ж a'], ['жа']],
  ['ж\\B.*', ['жа'], ['ж', 'ж a']],
  ['(?i)ст', ['ст', 'СТ', 'Ст'], ['ср']],
  ['(?i:ст)а', ['СТа'], ['СТА']],
  ['a(?i)b|c', ['ab', 'aB', 'c', 'C'], ['AB']],
  ['(?i)a(?-i)b', ['Ab'], ['AB']],
  ['((?i)a)b', ['Ab'], ['AB']],
  ['(?x) a b # comment\n c', ['abc'], ['a b c']],
  ['(?m)a$\\R^b', ['a\nb'], ['ab']],
  ['a(?#comment)b', ['ab'], ['a']],
  ['\\Qa.b*\\E', ['a.b*'], ['axb']],
  ['\\Qa.\\E+', ['a.', 'a...'], ['a', 'a.a.']],
  ['\\Q.', ['.'], ['x']],
  ['\\x41\\x{1F600}\\u0436\\U0001F600', ['A😀ж😀'], []],
  ['\\uD83D\\uDE00', ['😀'], []],
  ['\\N{U+0436}\\t\\n\\r\\f\\a\\e\\0101\\cA', ['ж\t\n\r\f\u0007\u001bA\u0001'], []],
  ['\\.\\-\\<\\/\\#', ['.-</#'], []],
  ['a{2}b{1,}c{0,2}', ['aab', 'aabbcc'], ['ab', 'aabccc']],
  ['a+?b*?c??', ['a', 'aabbc'], ['b']],
  ['\\d++\\.', ['12.'], ['12']],
  ['\\d*+5', [], ['5', '15']],
  ['a?+a', ['aa'], ['a']],
  ['a{1,2}+a', ['aaa'], ['aa']],
  ['a{2,}+a', [], ['aaa']],
  ['(?:ab)++c', ['ababc'], ['c']],
  ['(?:a|ab)++c', ['ac'], ['abc']],
  ['(?>a+)b', ['aab'], ['aa']],
  ['(?>a|ab)c', ['ac'], ['abc']],
  ['(a)(b)\\2\\1', ['abba'], ['abab']],
  ['(?<x>a)\\k<x>', ['aa'], ['ab']],
  ['(a)\\10', ['aa0'], ['a0']],
  ['a(?=b)b(?!c).?', ['ab', 'abd'], ['abc']],
  ['(?<=^a)b|a(?<!b)', ['a'], ['b']],
  ['\\Aab\\z', ['ab'], []],
  ['\\Gab\\Z', ['ab'], []],
  ['ab$\\n', ['ab\n'], ['ab']],
  ['[a-cж]+', ['abж'], ['d']],
  ['[^a-c]', ['d', 'ж'], ['a']],
  ['[\\p{L}&&[^\\p{Lu}]]+', ['abж'], ['A', '1']],
  ['[a-z&&[^aeiou]&&[^x-z]]+', ['bcd'], ['a', 'z']],
  ['[[a-z]--[aeiou]]+', ['bcd'], ['a']],
  ['[^a-z&&[^b]]', ['b', 'A'], ['c']],
  ['[a[bc]d]+', ['abcd'], ['e']],
  ['[[:alpha:]]+', ['aж'], ['1']],
  ['[[:^digit:]]', ['a'], ['1']],
  ['[]a]+', [']a'], ['b']],
  ['[a-]+', ['a-'], ['b']],
  ['[-a]+', ['-a'], ['b']],
  ['[\\w-]+', ['ж-1'], [' ']],
  ['[a\\-z]+', ['a-z'], ['b']],
  ['[\\Q^]\\E]+', ['^]'], ['a']],
  ['[.*+?(){}|$&&[.(]]+', ['.('], ['*']],
  ['[\\u0430-\\u044f\\x{451}]+', ['ёжик'], ['A']],
  ['[\\t\\n\\.\\]]+', ['\t\n.]'], ['a']],
  ['\\p{L}\\p{Lu}\\pN\\p{IsL}', ['aБ1ж'], ['AA1a'].slice(1)],
  ['\\P{L}\\p{^L}', ['12'], ['a1']],
  ['\\p{IsCyrillic}+\\p{Cyrillic}\\p{script=Latin}\\p{sc=Cyrl}', ['жжzж'], ['zzzz']],
  ['\\p{InCyrillic}+', ['ж'], ['z']],
  ['\\p{block=Cyrillic}', ['ж'], ['z']],
  ['\\p{Lower}\\p{Upper}\\p{Alpha}\\p{Digit}\\p{Alnum}', ['жЖa1z'], ['ЖЖa1z']],
  ['\\p{Punct}+', ['.,!«'], ['a']],
  ['\\p{javaLowerCase}\\p{javaUpperCase}\\p{javaWhitespace}', ['aA '], ['AA ']],
  ['\\p{Uppercase_Letter}\\p{general category=Ll}\\p{gc=Nd}', ['Aa1'], ['aa1']],
  ['\\p{XDigit}\\p{Blank}\\p{Cntrl}\\p{Print}\\p{Graph}\\p{Space}', ['F\t\u0001 a '], ['G\t\u0001 a ']],
  ['\\p{scx=Old_Turkic}', ['\u{10C00}'], ['a']],
  ['}\\]', ['}]'], []],
  [']', [']'], []],
  ['', [''], ['a']],
]

describe('a pattern of ICU or Java, put into JavaScript', () => {
  it.each(table)('%s', (pattern, good, bad) => {
    for (const text of good) expect(fits(pattern, text), `fits ${JSON.stringify(text)}`).toBe(true)
    for (const text of bad) expect(fits(pattern, text), `fits not ${JSON.stringify(text)}`).toBe(false)
  })

  it.each([
    ['(a', 'unmatched-parenthesis'],
    ['a)', 'unmatched-parenthesis'],
    ['(?#a', 'unmatched-parenthesis'],
    ['[a', 'unmatched-bracket'],
    ['[\\Qa]', 'unmatched-bracket'],
    ['*a', 'nothing-to-repeat'],
    ['a**', 'nothing-to-repeat'],
    ['{2}', 'nothing-to-repeat'],
    ['a{x}', 'malformed'],
    ['a{3,2}', 'malformed'],
    ['\\1', 'no-such-group'],
    ['\\k<x>(?<x>a)', 'no-such-group'],
    ['(?<x>a)(?<x>b)', 'group-named-twice'],
    ['(?P<x>a)', 'unknown-group'],
    ['(?d)a', 'unknown-flag'],
    ['(?-u)a', 'unknown-flag'],
    ['\\X', 'unknown-escape'],
    ['\\y', 'unknown-escape'],
    ['\\x4', 'unknown-escape'],
    ['\\x{110000}', 'unknown-escape'],
    ['\\N{DASH}', 'unknown-escape'],
    ['\\0', 'unknown-escape'],
    ['\\c', 'unknown-escape'],
    ['[\\b]', 'unknown-escape'],
    ['a\\', 'lone-backslash'],
    ['\\p{Klingon}', 'unknown-property'],
    ['\\p{block=Klingon}', 'unknown-property'],
    ['\\p{age=5}', 'unknown-property'],
    ['\\p{L', 'unknown-property'],
    ['[z-a]', 'bad-range'],
    ['[a&&b--[c]]', 'mixed-set-operators'],
    ['('.repeat(300), 'too-deep'],
    ['['.repeat(300), 'too-deep'],
  ])('refuses %s: %s', (pattern, reason) => {
    expect(reasonOf(pattern)).toBe(reason)
  })

  it('says where the fault is', () => {
    expect(() => translatePattern('ab(c')).toThrow(
      expect.objectContaining({ reason: 'unmatched-parenthesis', offset: 2 }),
    )
  })

  it('knows which patterns must not be read from right to left', () => {
    expect(translatePattern('\\d++\\.').forwardOnly).toBe(false)
    expect(translatePattern('(a)\\1').forwardOnly).toBe(true)
    expect(translatePattern('(?>a|ab)').forwardOnly).toBe(true)
    expect(translatePattern('(?:ab)*+').forwardOnly).toBe(true)
  })
})
