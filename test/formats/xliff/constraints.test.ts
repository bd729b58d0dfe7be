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

describe('what is wrong is found wherever it stands', () => {
  const ctr = 'xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0"'
  const track = (inner: string, attributes = 'appliesTo="source"') =>
    unit(
      `<ctr:changeTrack ${ctr}><ctr:revisions ${attributes}><ctr:revision>${inner}</ctr:revision></ctr:revisions></ctr:changeTrack>${pair}`,
    )
  const issues = (inner: string) => unit(`<its:locQualityIssues xml:id="l">${inner}</its:locQualityIssues>${pair}`)
  const records = (inner: string) => unit(`<its:provenanceRecords xml:id="l">${inner}</its:provenanceRecords>${pair}`)
  const gls = 'xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"'
  const val = 'xmlns:val="urn:oasis:names:tc:xliff:validation:2.0"'
  const rule = (attributes: string) => unit(`<val:validation ${val}><val:rule ${attributes}/></val:validation>${pair}`)
  test.each([
    [
      'data at the end of a pair only',
      unit(
        '<originalData><data id="d">x</data></originalData><segment><source><pc id="1" dataRefEnd="d">a</pc></source></segment>',
      ),
      ['xliff/code:pair'],
    ],
    ['a character of private use', source('<cp hex="E000"/>'), ['xliff/code-point']],
    ['a character past the first plane', source('<cp hex="01F600"/>'), ['xliff/code-point']],
    ['a character past the last', source('<cp hex="110000"/>'), ['xliff/code-point']],
    ['a control that is better written so', source('<cp hex="0090"/>'), []],
    ['a copy of itself', source('<ph id="1" copyOf="1"/>'), ['xliff/reference:copy']],
    ['an issue that says nothing', issues('<its:locQualityIssue/>'), ['xliff/missing-attribute']],
    ['an issue with a comment', issues('<its:locQualityIssue version="2.0" locQualityIssueComment="c"/>'), []],
    ['a record that says nothing', records('<its:provenanceRecord version="2.0"/>'), ['xliff/missing-attribute']],
    ['a record of a tool', records('<its:provenanceRecord tool="t"/>'), []],
    [
      'ITS on a marker of another type',
      source('<mrk id="1" type="my:x" its:domains="d" its:taIdentRef="i">a</mrk>'),
      ['xliff/unexpected-attribute', 'xliff/its:type'],
    ],
    [
      'ITS of no kind of its own on a marker of another type',
      source('<mrk id="1" type="comment" value="v" its:termConfidence="0.5">a</mrk>'),
      [],
    ],
    [
      'ITS records that are named without their prefix',
      unit(pair, ' its:provenanceRecordsRef="#l"'),
      ['xliff/reference:its'],
    ],
    [
      'a marker that only declares a prefix',
      source('<mrk id="1" xmlns:v="urn:v" xmlns="urn:oasis:names:tc:xliff:document:2.0">a</mrk>'),
      [],
    ],
    [
      'a sub-type of a match without type',
      match('<source>a</source><target>b</target>', ' subType="my:x"'),
      ['xliff/sub-type'],
    ],
    ['a match without target', match('<source>a</source>'), ['xliff/missing-element']],
    ['occurs with another rule', rule('startsWith="a" occurs="1"'), ['xliff/validation:occurs']],
    ['occurs with its negation, as in an example of 2.0', rule('isNotPresent="a" occurs="1"'), []],
    ['a revision of nothing', track('<ctr:item property="content">x</ctr:item>', ''), ['xliff/missing-attribute']],
    [
      'a revision of one of several',
      unit(
        `<ctr:changeTrack ${ctr}><ctr:revisions appliesTo="segment"><ctr:revision><ctr:item property="state">x</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>${pair}<segment id="t"><source>c</source></segment>`,
      ),
      ['xliff/reference:revision'],
    ],
    [
      'a revision of something else',
      track('<ctr:item property="content">x</ctr:item>', 'appliesTo="source" ref="zz"'),
      ['xliff/reference:revision'],
    ],
    ['an item of no property', track('<ctr:item>x</ctr:item>'), ['xliff/missing-attribute']],
    [
      'a sequence that begins at its start',
      source(
        '<sc id="1" canReorder="firstNo" canCopy="no" canDelete="no"/>a<ec startRef="1" canReorder="no" canCopy="no" canDelete="no"/>',
      ),
      [],
    ],
    ['a start without id', source('<sc/>a'), ['xliff/missing-attribute']],
    ['a start marker without id', source('<sm type="term"/>a<em/>'), ['xliff/missing-attribute']],
    [
      'a reference with its parts out of order',
      source('<mrk id="1" type="term" ref="#1/f=f">a</mrk>'),
      ['xliff/fragment-identifier:order'],
    ],
    [
      'a reference with two last parts',
      source('<mrk id="1" type="term" ref="#1/my=2">a</mrk>'),
      ['xliff/fragment-identifier:order'],
    ],
    ['a base for references', unit(pair, ' xml:base="b"'), []],
    ['an unknown attribute of XML', unit(pair, ' xml:own="b"'), ['xliff/unexpected-attribute']],
    [
      'a target without source',
      unit('<segment><target>b</target></segment>'),
      ['xliff/missing-element', 'xliff/unexpected-element'],
    ],
    [
      'an empty sub-state',
      unit('<segment state="initial" subState=""><source>a</source></segment>'),
      ['xliff/attribute-value'],
    ],
    ['an element of ITS that nobody knows', unit(`<its:own xml:id="l"/>${pair}`), []],
    [
      'a glossary entry for nothing',
      unit(
        `<gls:glossary ${gls}><gls:glossEntry ref="#zz"><gls:term>x</gls:term><gls:translation>y</gls:translation></gls:glossEntry></gls:glossary>${pair}`,
      ),
      ['xliff/reference:text'],
    ],
    [
      'a glossary entry for a segment',
      unit(
        `<gls:glossary ${gls}><gls:glossEntry ref="#s"><gls:term>x</gls:term><gls:translation>y</gls:translation></gls:glossEntry></gls:glossary>${pair}`,
      ),
      [],
    ],
    ['a unit without id', file(`<unit>${pair}</unit>`), ['xliff/missing-attribute']],
    [
      'a code of a target with the id of another kind',
      unit('<segment><source><ph id="1"/></source><target><pc id="1">b</pc></target></segment>'),
      ['xliff/duplicate-id:target'],
    ],
    [
      'a code of a target with the id of a segment',
      unit('<segment id="1"><source>a</source><target><ph id="1"/></target></segment>'),
      ['xliff/duplicate-id:target'],
    ],
    [
      'a code of a target with the id of another in the same target',
      unit('<segment><source>a</source><target><ph id="1"/><ph id="1"/></target></segment>'),
      ['xliff/duplicate-id'],
    ],
    [
      'an order beside a part that has no target',
      unit('<segment><source>a</source></segment><segment><source>b</source><target order="1">c</target></segment>'),
      [],
    ],
    [
      'two targets at one place',
      unit(
        '<segment><source>a</source><target order="2">c</target></segment><segment><source>b</source><target>c</target></segment>',
      ),
      ['xliff/order'],
    ],
    [
      'a way through a group',
      file(
        `<group id="g"><unit id="u"><segment><source><mrk id="1" type="term" ref="#g=g/v">a</mrk></source></segment></unit><unit id="w">${pair}</unit></group>`,
      ),
      ['xliff/fragment-identifier:missing'],
    ],
    [
      'a way to another unit',
      file(
        `<unit id="u"><segment><source><mrk id="1" type="term" ref="#f=f/u=w/s">a</mrk></source></segment></unit><unit id="w">${pair}</unit>`,
      ),
      [],
    ],
    [
      'a way to a unit that is not there',
      file('<unit id="u"><segment><source><mrk id="1" type="term" ref="#u=zz">a</mrk></source></segment></unit>'),
      ['xliff/fragment-identifier:missing'],
    ],
    ['a prefix that nothing declares', unit(pair, ' zz:x="1"'), ['xliff/unbound-prefix']],
    [
      'an end that may not be deleted',
      unit(
        '<segment state="final"><source><sc id="1" canDelete="no"/>a<ec startRef="1" canDelete="no"/></source><target>b</target></segment>',
      ),
      ['xliff/editing-hint:deleted'],
    ],
    [
      'ITS whose version stands on its own element',
      unit(
        `<its:locQualityIssues version="2.0" xml:id="l"><its:locQualityIssue version="2.0" locQualityIssueType="style"/></its:locQualityIssues>${pair}`,
      ).replace(' its:version="2.0"', ''),
      [],
    ],
    [
      'a resource that is there',
      file(
        `<res:resourceData><res:resourceItem id="r" mimeType="x"><res:source href="a"/></res:resourceItem></res:resourceData><unit id="u"><res:resourceData><res:resourceItemRef ref="r"/></res:resourceData>${pair}</unit>`,
      ),
      [],
    ],
    [
      'codes that stand side by side in the source and apart in the target',
      unit(
        '<segment><source><ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="2" canReorder="no" canCopy="no" canDelete="no"/></source><target><ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/> x <ph id="2" canReorder="no" canCopy="no" canDelete="no"/></target></segment>',
      ),
      [],
    ],
  ])('%s', (_name, text, rules) => {
    expect([...new Set(found(text))].toSorted()).toEqual(rules.toSorted())
  })

  test('equivalents of one end only are a fault from 2.1 on', () => {
    const text = source('<pc id="1" equivStart="a">b</pc>')
    expect(found(text)).toEqual(['xliff/code:pair'])
    const old = text.replace('version="2.1"', 'version="2.0"')
    expect([found(old), found(old, 'warning')]).toEqual([[], ['xliff/code:pair']])
  })

  test('a file full of faults is told of up to a limit', () => {
    const text = source('<ph id="1" type="zz"/>'.repeat(1) + '<cp hex="0041"/>'.repeat(20_000))
    expect(found(text).length).toBeLessThan(20_000)
  })
})
