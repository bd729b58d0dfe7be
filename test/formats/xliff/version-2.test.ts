import { describe, expect, it } from 'vitest'
import { inVersion2, readXliff, validateXliff } from '../../../src/formats/xliff/index.ts'
import { unitsOf } from '../../../src/model/index.ts'

const text21 = [
  "<?xml version='1.0'?>",
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"',
  "  xmlns:t='urn:tilmash:1.0' version='2.1' srcLang='en' trgLang='kk'>",
  '<!-- kept -->',
  '<file id="f1"><unit id="u1">',
  '<gls:glossary><gls:glossEntry><gls:term>key</gls:term><gls:translation>перне</gls:translation></gls:glossEntry></gls:glossary>',
  '<notes><note t:ref="#s1">Бұл сөйлем</note></notes>',
  '<segment id="s1"><source>a <![CDATA[<b>]]></source><target>ә</target></segment>',
  '</unit></file></xliff>',
].join('\n')
const core20 = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"'
const core22 = 'xmlns="urn:oasis:names:tc:xliff:document:2.2"'

function read(text: string) {
  return readXliff(new TextEncoder().encode(text), { file: 'a.xlf' })
}

function changed(text: string, version: '2.0' | '2.1' | '2.2', targetLanguage?: string): string | undefined {
  const bytes = inVersion2(read(text), version, targetLanguage)
  if (bytes === undefined) return undefined
  expect(validateXliff(bytes, { file: 'a.xlf' }).filter(({ level }) => level === 'error')).toEqual([])
  return new TextDecoder().decode(bytes)
}

describe('Between versions of XLIFF 2', () => {
  it('changes the version alone from 2.1 to 2.0', () => {
    expect(changed(text21, '2.0')).toBe(text21.replace("'2.1'", "'2.0'"))
  })

  it('changes the namespace, and what a note is about gets the word of 2.2', () => {
    const expected = text21.replace("'2.1'", "'2.2'").replace(core20, core22).replace('t:ref', 'ref')
    expect(changed(text21, '2.2')).toBe(expected)
    expect(changed(expected, '2.1')).toBe(text21)
  })

  it('declares our word for what a note is about where the file does not', () => {
    const text = text21.replace(" xmlns:t='urn:tilmash:1.0'", '').replace('t:ref', 'ref').replace(core20, core22)
    const out = changed(text.replace("'2.1'", "'2.2'"), '2.0') ?? ''
    expect(out).toContain('<note xmlns:tilmash="urn:tilmash:1.0" tilmash:ref="#s1">')
    expect([...unitsOf(read(out).document)][0]?.notes[0]?.ref).toBe('s1')
  })

  it('finds the namespace wherever it is declared', () => {
    const text = text21.replace('<unit id', `<unit ${core20} id`)
    expect(changed(text, '2.2')).toContain(`<unit ${core22} id`)
  })

  it('adds the target language that the file does not name', () => {
    const text = text21.replace(" trgLang='kk'", '').replace('<target>ә</target>', '')
    expect(changed(text, '2.0', 'kk')).toContain(`version='2.0' srcLang='en' trgLang="kk">`)
  })

  it.each([
    ['notes of the document', '<file id', '<notes><note>n</note></notes><file id'],
    [
      'metadata of the document',
      '<file id',
      '<m:metadata xmlns:m="urn:oasis:names:tc:xliff:metadata:2.0"><m:metaGroup><m:meta type="a">b</m:meta></m:metaGroup></m:metadata><file id',
    ],
    ['the case of a segment', '<segment id', '<segment xmlns:p="urn:oasis:names:tc:xliff:pgs:1.0" p:case="one" id'],
  ])('gives up where older versions have no place for %s', (_what, old, now) => {
    const text = text21.replace("'2.1'", "'2.2'").replace(core20, core22).replace('t:ref', 'ref').replace(old, now)
    expect(changed(text, '2.1')).toBeUndefined()
  })
})
