import { describe, expect, test } from 'vitest'
import { validateXliff } from '../../../src/formats/xliff/index.ts'

const found = (text: string, level = 'error') =>
  validateXliff(new TextEncoder().encode(text), { file: 'x.xlf' })
    .filter(finding => finding.level === level)
    .map(({ rule, variant }) => (variant === undefined ? rule : `${rule}:${variant}`))

const modules =
  'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:its="http://www.w3.org/2005/11/its"'
const file = (inner: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${modules} its:version="2.0" version="2.1" srcLang="en" trgLang="kk"><file id="f">${inner}</file></xliff>`
const pair = '<segment id="s"><source>a</source><target>b</target></segment>'
const unit = (inner: string, attributes = '') => file(`<unit id="u"${attributes}>${inner}</unit>`)
const source = (inner: string) => unit(`<segment><source>${inner}</source></segment>`)
const match = (inner: string, attributes = '') =>
  unit(`<mtc:matches><mtc:match ref="#s"${attributes}>${inner}</mtc:match></mtc:matches>${pair}`)
const marked = (attributes: string) => source(`<mrk id="1" type="its:generic" ${attributes}>a</mrk>`)

describe('each rule with what keeps it and what breaks it', () => {
  test.each([
    [
      'the language of a source without target',
      unit('<segment><source xml:lang="en-GB">a</source></segment>'),
      unit('<segment><source xml:lang="de">a</source></segment>'),
      'xliff/language',
    ],
    [
      'the source language of a match',
      match('<source xml:lang="en">a</source><target>b</target>'),
      match('<source xml:lang="de">a</source><target>b</target>'),
      'xliff/language',
    ],
    [
      'the target language of a match that is not for reference',
      match('<source>a</source><target xml:lang="de">b</target>', ' reference="yes"'),
      match('<source>a</source><target xml:lang="de">b</target>'),
      'xliff/language',
    ],
    [
      'the prefix of a sub-state',
      unit('<segment state="initial" subState="my:x"><source>a</source></segment>'),
      unit('<segment state="initial" subState="xlf:x"><source>a</source></segment>'),
      'xliff/attribute-value:reserved',
    ],
    [
      'the prefix of a unit type',
      unit(pair, ' type="my:x"'),
      unit(pair, ' type="xlf:x"'),
      'xliff/attribute-value:reserved',
    ],
    [
      'the prefix of a group type',
      file(`<group id="g" type="my:x"><unit id="u">${pair}</unit></group>`),
      file(`<group id="g" type="xlf:x"><unit id="u">${pair}</unit></group>`),
      'xliff/attribute-value:reserved',
    ],
    [
      'the prefix of a marker type',
      source('<mrk id="1" type="my:x">a</mrk>'),
      source('<mrk id="1" type="xlf:x">a</mrk>'),
      'xliff/attribute-value:reserved',
    ],
    [
      'the prefix of a sub-type of a match',
      match('<source>a</source><target>b</target>', ' type="tm" subType="my:x"'),
      match('<source>a</source><target>b</target>', ' type="tm" subType="xlf:x"'),
      'xliff/attribute-value:reserved',
    ],
    [
      'characters in original data',
      unit(`<originalData><data id="d"><cp hex="001A"/></data></originalData>${pair}`),
      unit(`<originalData><data id="d"><cp hex="0041"/></data></originalData>${pair}`),
      'xliff/code-point',
    ],
    [
      'a least and a greatest size',
      unit(pair, ' slr:sizeRestriction="3,9"'),
      unit(pair, ' slr:sizeRestriction="9,3"'),
      'xliff/attribute-value',
    ],
    [
      'storage of codes',
      source('<ph id="1" slr:equivStorage="3"/>'),
      unit(pair, ' slr:equivStorage="3"'),
      'xliff/unexpected-attribute',
    ],
    [
      'profiles of the standard',
      file(`<slr:profiles generalProfile="xliff:codepoints" storageProfile="my:own"/><unit id="u">${pair}</unit>`),
      file(`<slr:profiles generalProfile="xliff:pixels"/><unit id="u">${pair}</unit>`),
      'xliff/attribute-value',
    ],
    [
      'pairs of format style',
      source('<ph id="1" fs:fs="img" fs:subFs="src,a.png\\alt,b"/>'),
      source('<ph id="1" fs:fs="img" fs:subFs="alt"/>'),
      'xliff/attribute-value',
    ],
    [
      'thresholds of ratings',
      marked('its:locQualityRatingScore="9" its:locQualityRatingScoreThreshold="5"'),
      marked('its:locQualityRatingScoreThreshold="5"'),
      'xliff/its:together',
    ],
    [
      'the type of a locale filter',
      marked('its:localeFilterList="de" its:localeFilterType="exclude"'),
      marked('its:localeFilterType="exclude"'),
      'xliff/its:together',
    ],
    [
      'the severity of an issue',
      marked('its:locQualityIssueType="style" its:locQualityIssueSeverity="10"'),
      marked('its:locQualityIssueSeverity="10"'),
      'xliff/its:together',
    ],
  ])('%s', (_name, valid, invalid, rule) => {
    expect(found(valid)).toEqual([])
    expect(found(invalid)).toEqual([rule])
  })

  test('another language of a resource is a warning: the suite of the standard has it', () => {
    const item =
      '<res:resourceData><res:resourceItem id="r" mimeType="x"><res:source href="a"/><res:target href="b" xml:lang="de"/></res:resourceItem></res:resourceData>'
    const text = file(`${item}<unit id="u">${pair}</unit>`)
    expect([found(text), found(text, 'warning')]).toEqual([[], ['xliff/language']])
  })
})
