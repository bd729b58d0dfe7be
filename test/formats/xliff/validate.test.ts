import { describe, expect, test } from 'vitest'
import errors from '../../../locales/en/errors.json' with { type: 'json' }
import en from '../../../locales/en/formats.json' with { type: 'json' }
import kk from '../../../locales/kk/formats.json' with { type: 'json' }
import ru from '../../../locales/ru/formats.json' with { type: 'json' }
import { validateXliff } from '../../../src/formats/xliff/index.ts'

const encode = (given: string): Uint8Array => new TextEncoder().encode(given)

/** Rules found, errors and warnings, each once; every finding has a sentence in three languages and a place. */
function rulesOf(file: string, level: 'error' | 'warning' = 'error'): readonly string[] {
  const findings = validateXliff(encode(file), { file: 'x.xlf' })
  for (const { rule, variant, place } of findings) {
    // What is not well-formed has the sentence of the failure.
    const isFailure = rule === 'xliff/not-well-formed'
    const key = isFailure || variant === undefined ? (variant ?? rule) : `${rule}:${variant}`
    for (const sentences of isFailure ? [errors] : [en, ru, kk]) expect(Object.keys(sentences)).toContain(key)
    expect(place.start.line).toBeGreaterThan(0)
  }
  return [
    ...new Set(
      findings
        .filter(one => one.level === level)
        .map(({ rule, variant }) => (variant === undefined ? rule : `${rule}:${variant}`)),
    ),
  ]
}

const namespaces =
  'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0" xmlns:its="http://www.w3.org/2005/11/its" xmlns:my="my"'
const xliff = (inner: string, attributes = ''): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${namespaces} version="2.1" srcLang="en" trgLang="kk"${attributes}>${inner}</xliff>`
const file = (inner: string): string => xliff(`<file id="f">${inner}</file>`)
const segment = '<segment id="s1"><source>a</source><target>b</target></segment>'
const unit = (inner: string): string => file(`<unit id="u">${inner}</unit>`)
const source = (inner: string): string => unit(`<segment id="s1"><source>${inner}</source></segment>`)
const both = (a: string, b: string, attributes = ''): string =>
  unit(`<segment id="s1"${attributes}><source>${a}</source><target>${b}</target></segment>`)

describe('what the standard allows passes', () => {
  const valid: readonly string[] = [
    unit(segment),
    both('a <ph id="1"/> <pc id="2">b</pc>', '<pc id="2">ә</pc> <ph id="1"/>', ' state="final" subState="my:ok"'),
    source(
      '<sc id="1"/>a<ec startRef="1"/> <sm id="2" type="comment" value="v"/>b<em startRef="2"/> <ec id="3" isolated="yes"/><cp hex="001A"/>',
    ),
    unit('<segment><source><sc id="1"/>a</source></segment><segment><source>b<ec startRef="1"/></source></segment>'),
    source(
      '<ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="2" canReorder="no" canCopy="no" canDelete="no"/>',
    ),
    unit(
      `<mtc:matches><mtc:match ref="#s1" similarity="99.5"><source>a</source><target>b</target></mtc:match></mtc:matches>${segment}`,
    ),
    unit(
      `<gls:glossary><gls:glossEntry ref="#s1"><gls:term>a</gls:term><gls:translation id="t">b</gls:translation></gls:glossEntry></gls:glossary>${segment}`,
    ),
    unit(
      `<mda:metadata id="m"><mda:metaGroup id="g"><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata><my:own id="x"/>${segment}`,
    ),
    unit(
      `<val:validation><val:rule isPresent="b" occurs="1" existsInSource="yes"/><val:rule my:rule="x"/></val:validation>${segment}`,
    ),
    unit(
      `<notes><note id="n1" my:a="b">n</note></notes><segment><source><mrk id="m" type="comment" ref="#n=n1">a</mrk></source></segment>`,
    ),
    file(
      `<slr:profiles generalProfile="xliff:codepoints"/><slr:data profile="p"><my:size id="z"/></slr:data><unit id="u" slr:sizeRestriction="25,*"><segment><source><ph id="1" slr:sizeInfoRef="z" fs:fs="b" fs:subFs="x,y"/></source></segment></unit>`,
    ),
    file(
      `<skeleton>raw</skeleton><group id="g"><unit id="u" xml:space="preserve"><segment><source xml:lang="en-GB" xml:space="preserve">a</source><target>b</target></segment></unit></group>`,
    ),
    xliff(
      `<file id="f"><unit id="u" its:version="2.0"><its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="typographical"/></its:locQualityIssues><segment><source><mrk id="m" type="its:generic" its:locQualityIssuesRef="#its=q">a</mrk></source></segment></unit></file>`,
    ),
    file(
      '<unit id="a"><segment id="s"><source><ph id="1" subFlows="b"/><mrk id="m" type="my:x" ref="#/f=f/u=b/s">x</mrk></source></segment></unit><unit id="b"><segment id="s"><source>a</source></segment></unit>',
    ),
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="en" xmlns:pgs="urn:oasis:names:tc:xliff:pgs:1.0"><notes><note>n</note></notes><file id="f"><unit id="u" pgs:switch="plural:n"><notes><note ref="#s1">n</note></notes><segment id="s1" pgs:case="one"><source>a</source></segment></unit></file></xliff>',
  ]
  test.each(valid)('%s', given => {
    expect(rulesOf(given)).toEqual([])
  })
})

describe('what it forbids is found', () => {
  const invalid: readonly (readonly [rule: string, given: string])[] = [
    ['xliff/unknown-element:root', '<a/>'],
    ['xliff/version', '<xliff version="3.0"/>'],
    ['xliff/namespace', '<xliff xmlns="urn:x" version="2.0"/>'],
    ['xliff/missing-attribute', '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"/>'],
    ['xliff/missing-element', xliff('')],
    ['xliff/missing-element', file('')],
    ['xliff/missing-element', file('<unit id="u"/>')],
    ['xliff/missing-element', file('<unit id="u"></unit>')],
    ['xliff/missing-element:segment', unit('<ignorable><source> </source></ignorable>')],
    ['xliff/unknown-element', unit(`<bad/>${segment}`)],
    ['xliff/unexpected-element', unit(`${segment}<notes><note/></notes>`)],
    ['xliff/unexpected-element', file(`<mtc:matches/>${''}<unit id="u">${segment}</unit>`)],
    [
      'xliff/unexpected-element:twice',
      unit(
        `<mda:metadata><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata><mda:metadata><mda:metaGroup><mda:meta type="t"/></mda:metaGroup></mda:metadata>${segment}`,
      ),
    ],
    ['xliff/unexpected-text', unit(`text${segment}`)],
    ['xliff/unexpected-attribute', unit('<segment my:a="b"><source/></segment>')],
    ['xliff/unexpected-attribute', source('<pc id="1" my:a="b">x</pc>')],
    ['xliff/unexpected-attribute', file(`<unit id="u" xml:lang="en">${segment}</unit>`)],
    ['xliff/unbound-prefix', unit(`<zz:x/>${segment}`)],
    ['xliff/attribute-value', file(`<unit id="a b">${segment}</unit>`)],
    ['xliff/attribute-value', xliff(`<file id="f"><unit id="u">${segment}</unit></file>`).replace('"en"', '"e n"')],
    ['xliff/attribute-value', unit('<segment subState="x" state="initial"><source/><target/></segment>')],
    ['xliff/duplicate-id', file(`<unit id="u">${segment}</unit><unit id="u">${segment}</unit>`)],
    ['xliff/duplicate-id', source('<ph id="1"/><ph id="1"/>')],
    ['xliff/duplicate-id', both('<ph id="1"/>', '<ph id="1"/><ph id="1"/>')],
    ['xliff/duplicate-id', unit(`<my:a id="x"/><my:b id="x"/>${segment}`)],
    ['xliff/duplicate-id:target', both('<ph id="1"/>', '<pc id="1">x</pc>')],
    ['xliff/language', both('a', 'b').replace('<target>', '<target xml:lang="ru">')],
    ['xliff/language:no-target-language', unit(segment).replace(' trgLang="kk"', '')],
    ['xliff/space', both('a', 'b').replace('<target>', '<target xml:space="preserve">')],
    ['xliff/content:both', file(`<skeleton href="a">x</skeleton><unit id="u">${segment}</unit>`)],
    ['xliff/content:neither', file(`<skeleton/><unit id="u">${segment}</unit>`)],
    ['xliff/state:no-target', unit('<segment state="final"><source>a</source></segment>')],
    ['xliff/state:sub-state', unit('<segment subState="a:b"><source>a</source><target/></segment>')],
    ['xliff/order', unit('<segment><source/><target order="2"/></segment><segment><source/><target/></segment>')],
    ['xliff/order:range', unit('<segment><source/><target order="3"/></segment>')],
    ['xliff/unpaired-code', source('<sc id="1"/>')],
    ['xliff/unpaired-code:no-start', source('<ec startRef="1"/><sc id="1"/>')],
    ['xliff/unpaired-code:isolated', source('<sc id="1" isolated="yes"/><ec startRef="1"/>')],
    ['xliff/unpaired-code:twice', source('<sc id="1"/><ec startRef="1"/><ec startRef="1"/>')],
    ['xliff/end-code', source('<sc id="1"/><ec id="2" startRef="1"/>')],
    ['xliff/end-code:isolated', source('<sc id="1"/><ec isolated="yes" startRef="1"/>')],
    ['xliff/end-code:dir', source('<sc id="1"/><ec startRef="1" dir="rtl"/>')],
    ['xliff/unpaired-marker', source('<sm id="1" type="term"/>')],
    ['xliff/unpaired-marker:no-start', source('<em startRef="1"/>')],
    ['xliff/editing-hint:pair', source('<sc id="1" canCopy="no"/><ec startRef="1"/>')],
    ['xliff/editing-hint:pair', source('<sc id="1" type="fmt"/><ec startRef="1" type="ui"/>')],
    ['xliff/editing-hint:reorder', source('<ph id="1" canReorder="firstNo"/>')],
    ['xliff/editing-hint:sequence', source('<ph id="1" canReorder="no" canCopy="no" canDelete="no"/>')],
    ['xliff/editing-hint:deleted', both('<ph id="1" canDelete="no"/>', 'b', ' state="final"')],
    [
      'xliff/editing-hint:moved',
      both(
        '<ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="2" canReorder="no" canCopy="no" canDelete="no"/>',
        '<ph id="2" canReorder="no" canCopy="no" canDelete="no"/><ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/>',
      ),
    ],
    [
      'xliff/code:pair',
      unit(
        '<originalData><data id="d">x</data></originalData><segment><source><pc id="1" dataRefStart="d">x</pc></source></segment>',
      ),
    ],
    ['xliff/reference:data', source('<ph id="1" dataRef="d"/>')],
    ['xliff/reference:copy', source('<ph id="1" copyOf="2"/>')],
    ['xliff/copy-of:forbidden', source('<ph id="2" canCopy="no"/><ph id="1" copyOf="2"/>')],
    [
      'xliff/copy-of:data',
      unit(
        '<originalData><data id="d">x</data></originalData><segment><source><ph id="2" dataRef="d"/><ph id="1" copyOf="2"/></source></segment>',
      ),
    ],
    ['xliff/reference:sub-flow', source('<ph id="1" subFlows="nowhere"/>')],
    ['xliff/sub-type', source('<ph id="1" subType="a:b"/>')],
    ['xliff/sub-type:mismatch', source('<ph id="1" type="fmt" subType="xlf:var"/>')],
    ['xliff/code-point', source('<cp hex="0041"/>')],
    ['xliff/code-point:length', source('<cp hex="1A"/>')],
    ['xliff/annotation:comment', source('<mrk id="1" type="comment">a</mrk>')],
    ['xliff/annotation:note', source('<mrk id="1" type="comment" ref="#n=n9">a</mrk>')],
    ['xliff/annotation:match', source('<mrk id="1" type="mtc:match" ref="#s1">a</mrk>')],
    ['xliff/fragment-identifier:syntax', source('<mrk id="1" type="term" ref="#n=a b">a</mrk>')],
    ['xliff/fragment-identifier:prefix', source('<mrk id="1" type="term" ref="#zz=1">a</mrk>')],
    ['xliff/fragment-identifier:order', source('<mrk id="1" type="term" ref="#/u=u/f=f">a</mrk>')],
    ['xliff/fragment-identifier:missing', source('<mrk id="1" type="term" ref="#u=nowhere">a</mrk>')],
    [
      'xliff/reference:text',
      unit(`<mtc:matches><mtc:match ref="#u"><source/><target/></mtc:match></mtc:matches>${segment}`),
    ],
    [
      'xliff/missing-element',
      unit(`<gls:glossary><gls:glossEntry><gls:term>a</gls:term></gls:glossEntry></gls:glossary>${segment}`),
    ],
    [
      'xliff/reference:revision',
      unit(
        `<ctr:changeTrack><ctr:revisions appliesTo="note" ref="x"><ctr:revision><ctr:item property="content"/></ctr:revision></ctr:revisions></ctr:changeTrack>${segment}`,
      ),
    ],
    [
      'xliff/reference:version',
      unit(
        `<ctr:changeTrack><ctr:revisions appliesTo="source" currentVersion="v9"><ctr:revision version="v1"><ctr:item property="content"/></ctr:revision></ctr:revisions></ctr:changeTrack>${segment}`,
      ),
    ],
    [
      'xliff/reference:property',
      unit(
        `<ctr:changeTrack><ctr:revisions appliesTo="source"><ctr:revision><ctr:item property="nonsense"/></ctr:revision></ctr:revisions></ctr:changeTrack>${segment}`,
      ),
    ],
    [
      'xliff/duplicate-property',
      unit(
        `<ctr:changeTrack><ctr:revisions appliesTo="source"><ctr:revision><ctr:item property="content"/><ctr:item property="content"/></ctr:revision></ctr:revisions></ctr:changeTrack>${segment}`,
      ),
    ],
    [
      'xliff/missing-attribute',
      unit(
        `<res:resourceData><res:resourceItem id="r"><res:source href="a"/></res:resourceItem></res:resourceData>${segment}`,
      ),
    ],
    ['xliff/validation:one', unit(`<val:validation><val:rule/></val:validation>${segment}`)],
    [
      'xliff/validation:occurs',
      unit(`<val:validation><val:rule startsWith="a" occurs="2"/></val:validation>${segment}`),
    ],
    [
      'xliff/validation:source',
      unit(`<val:validation><val:rule isNotPresent="a" existsInSource="yes"/></val:validation>${segment}`),
    ],
    [
      'xliff/validation:disabled',
      file(`<val:validation><val:rule startsWith="a" disabled="yes"/></val:validation><unit id="u">${segment}</unit>`),
    ],
    ['xliff/format-style', file(`<unit id="u" fs:subFs="a,b">${segment}</unit>`)],
    ['xliff/format-style:end-code', source('<sc id="1"/><ec startRef="1" fs:fs="b"/>')],
    ['xliff/size:end-code', source('<sc id="1"/><ec startRef="1" slr:sizeInfo="1"/>')],
    ['xliff/size:both', source('<ph id="1" slr:sizeInfo="1" slr:sizeInfoRef="x"/>')],
    ['xliff/reference:size', source('<ph id="1" slr:sizeInfoRef="x"/>')],
    ['xliff/its:version', source('<mrk id="1" type="its:generic" its:taClassRef="x">a</mrk>')],
    [
      'xliff/its:type',
      file(
        '<unit id="u" its:version="2.0"><segment><source><mrk id="1" type="my:x" its:taClassRef="x">a</mrk></source></segment></unit>',
      ),
    ],
    [
      'xliff/its:exclusive',
      file(
        '<unit id="u" its:version="2.0"><segment><source><mrk id="1" type="its:generic" its:taIdentRef="x" its:taIdent="y" its:taSource="z">a</mrk></source></segment></unit>',
      ),
    ],
    [
      'xliff/its:together',
      file(
        '<unit id="u" its:version="2.0"><segment><source><mrk id="1" type="its:generic" its:taIdent="y">a</mrk></source></segment></unit>',
      ),
    ],
    ['xliff/its:annotators', file(`<unit id="u" its:version="2.0" its:annotatorsRef="nothing|x">${segment}</unit>`)],
    [
      'xliff/its:annotators-twice',
      file(`<unit id="u" its:version="2.0" its:annotatorsRef="domain|x domain|y">${segment}</unit>`),
    ],
    [
      'xliff/reference:its',
      file(
        '<unit id="u" its:version="2.0"><segment><source><mrk id="1" type="its:generic" its:locQualityIssuesRef="#its=q">a</mrk></source></segment></unit>',
      ),
    ],
    ['xliff/not-well-formed:xml.bare-ampersand', '<a>&</a>'],
    ['xliff/not-well-formed:encoding.empty', ''],
  ]
  test.each(invalid)('%s: %s', (rule, given) => {
    expect(rulesOf(given)).toContain(rule)
  })

  test('what may yet be mended is a warning', () => {
    expect(rulesOf(both('<ph id="1" canDelete="no"/>', 'b', ' state="translated"'), 'warning')).toEqual([
      'xliff/editing-hint:deleted',
    ])
    expect(rulesOf(source('<mrk id="1">a</mrk>'), 'warning')).toEqual(['xliff/annotation:translate'])
    expect(
      rulesOf(unit(`<res:resourceData><res:resourceItemRef ref="r"/></res:resourceData>${segment}`), 'warning'),
    ).toEqual(['xliff/reference:resource'])
  })

  test('findings stand in the order of the file, name the unit and the attribute', () => {
    const findings = validateXliff(
      encode(file(`\n<unit id="u" translate="maybe">\n<segment id="s"><source/><target order="x"/></segment></unit>`)),
      { file: 'a.xlf' },
    )
    expect(findings).toMatchObject([
      {
        rule: 'xliff/attribute-value',
        place: { file: 'a.xlf', start: { line: 2, column: 14 } },
        data: { attribute: 'translate', value: 'maybe', expected: 'yes | no' },
      },
      { rule: 'xliff/attribute-value', place: { start: { line: 3, column: 34 } } },
    ])
    expect(validateXliff(encode(source('<sc id="1"/>')), { file: 'a' })[0]?.unit).toBe('u')
  })
})

describe('XLIFF 1.2', () => {
  const in12 = (unit12: string, header = '', attributes = ''): string =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en" target-language="ru" datatype="plaintext"${attributes}>${header}<body>${unit12}</body></file></xliff>`
  const valid: readonly string[] = [
    in12(''),
    in12(
      '<trans-unit id="1"><source>a<bpt id="1" rid="1">x</bpt>b<ept id="1" rid="1">y</ept></source><target state="x-mine">b</target><note>n</note><alt-trans><target>c</target></alt-trans></trans-unit>',
    ),
    in12(
      '<group><trans-unit id="1" phase-name="p"><source/><seg-source><mrk mtype="seg" mid="1"/></seg-source><target><mrk mtype="seg" mid="1"/></target></trans-unit></group>',
      '<header><phase-group><phase phase-name="p" process-name="x" tool-id="t"/></phase-group><tool tool-id="t" tool-name="T"/></header>',
    ),
    in12('<bin-unit id="b" mime-type="image/png"><bin-source><external-file href="a"/></bin-source></bin-unit>'),
  ]
  test.each(valid)('%s passes', given => {
    expect(rulesOf(given)).toEqual([])
  })

  const invalid: readonly (readonly [string, string])[] = [
    ['xliff/namespace', in12('').replace(' xmlns="urn:oasis:names:tc:xliff:document:1.2"', '')],
    ['xliff/missing-attribute', in12('').replace(' datatype="plaintext"', '')],
    ['xliff/attribute-value', in12('').replace('plaintext', 'plain')],
    ['xliff/attribute-value', in12('<trans-unit id="1"><source/><target state="done"/></trans-unit>')],
    ['xliff/unexpected-element', in12('<trans-unit id="1"><target/><source/></trans-unit>')],
    ['xliff/missing-element', in12('<trans-unit id="1"/>')],
    [
      'xliff/duplicate-id',
      in12(
        '<trans-unit id="1"><source/><context-group name="c"><context context-type="record"/></context-group></trans-unit><trans-unit id="2"><source/><context-group name="c"><context context-type="record"/></context-group></trans-unit>',
      ),
    ],
    ['xliff/duplicate-id', in12('<trans-unit id="1"><source/></trans-unit><trans-unit id="1"><source/></trans-unit>')],
    [
      'xliff/duplicate-id',
      in12(
        '<trans-unit id="1"><source/><seg-source><mrk mtype="seg" mid="1"/><mrk mtype="seg" mid="1"/></seg-source></trans-unit>',
      ),
    ],
    ['xliff/reference:key', in12('', '', ' tool-id="none"')],
    [
      'xliff/reference:key',
      in12('<trans-unit id="1"><source/><target><mrk mtype="seg" mid="1"/></target></trans-unit>'),
    ],
    [
      'xliff/reference:key',
      in12('<trans-unit id="1"><source><bpt id="1" rid="1"/><ept id="1" rid="2"/></source></trans-unit>'),
    ],
    [
      'xliff/duplicate-id',
      in12('<trans-unit id="1"><source><bpt id="1" rid="1"/><bpt id="2" rid="1"/></source></trans-unit>'),
    ],
  ]
  test.each(invalid)('%s: %s', (rule, given) => {
    expect(rulesOf(given)).toContain(rule)
  })

  test('what only the strict schema forbids is a warning', () => {
    expect(rulesOf(in12('', '', ' filter="x"'), 'warning')).toEqual(['xliff/unexpected-attribute'])
    expect(
      rulesOf(
        in12('<trans-unit id="1"><source><bpt id="1">x</bpt><ept id="2">y</ept></source></trans-unit>'),
        'warning',
      ).toSorted(),
    ).toEqual(['xliff/unpaired-code', 'xliff/unpaired-code:no-start'])
  })
})

describe('a large file', () => {
  const units = (last: string): Uint8Array => {
    const ids = [...Array.from({ length: 20_000 }, (_, i) => `u${i}`), last]
    const list = ids.map(id => `<unit id="${id}"><segment><source>a</source></segment></unit>\n`).join('')
    return encode(
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file id="f">\n${list}</file></xliff>`,
    )
  }

  test('has each id of a unit once, and the first is shown beside the second', () => {
    expect(validateXliff(units('u20000'), { file: 'a.xlf' })).toEqual([])
    expect(validateXliff(units('u7'), { file: 'a.xlf' })).toMatchObject([
      {
        rule: 'xliff/duplicate-id',
        place: { start: { line: 20_002, column: 7 } },
        data: { id: 'u7' },
        related: [{ place: { start: { line: 9, column: 1 } } }],
      },
    ])
  })

  test('read by a function keeps nothing of its bytes', () => {
    const bytes = units('u7')
    const kept = validateXliff(bytes, { file: 'a.xlf' })
    expect(bytes.length).toBeGreaterThan(1 << 20)
    expect(validateXliff(() => bytes, { file: 'a.xlf' })).toEqual(kept)
    expect(bytes.length).toBe(0)
  })
})
