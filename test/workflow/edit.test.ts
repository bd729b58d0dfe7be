import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { validateXliff } from '../../src/formats/xliff/index.ts'
import { editSegment } from '../../src/workflow/edit.ts'

const folder = mkdtempSync(join(tmpdir(), 'tilmash-edit-'))
const path = join(folder, 'a.xlf')
afterAll(() => rmSync(folder, { recursive: true }))

function file(segments: string, before = ''): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" version="2.1" srcLang="en" trgLang="kk">',
    `<file id="f1"><unit id="u1">${before}${segments}</unit></file></xliff>`,
  ].join('\n')
}

/** The file after an edit of s1, which must be valid. */
function edited(text: string, target: string): string {
  writeFileSync(path, text)
  editSegment(path, 'a.xlf', { unit: 'u1', segment: 's1', target, state: 'final' })
  const bytes = readFileSync(path)
  expect(validateXliff(bytes, { file: 'a.xlf' }).filter(({ level }) => level !== 'info')).toEqual([])
  return bytes.toString()
}

const fixed = 'canCopy="no" canDelete="no"'

describe('An edit with plain text keeps the codes that must stay', () => {
  it('puts a code that may not be deleted where it stood, before or behind the text', () => {
    const source = `<ph id="1" ${fixed}/>Press <ph id="2"/>Enter<ph id="3" ${fixed}/>`
    expect(edited(file(`<segment id="s1"><source>${source}</source></segment>`), 'Енгізу')).toContain(
      `<target><ph id="1" ${fixed}/>Енгізу<ph id="3" ${fixed}/></target>`,
    )
  })

  it('writes inside a pair that held all of the text', () => {
    const source = `<pc id="1" ${fixed}>Press <pc id="2">Enter</pc></pc>`
    expect(edited(file(`<segment id="s1"><source>${source}</source></segment>`), 'Енгізу')).toContain(
      `<target><pc id="1" ${fixed}>Енгізу</pc></target>`,
    )
  })

  it('appends from the source what the old target had lost', () => {
    const segment = `<segment id="s1"><source>a<ph id="1" ${fixed}/></source><target>old</target></segment>`
    expect(edited(file(segment), 'Ёж')).toContain(`<target>Ёж<ph id="1" ${fixed}/></target>`)
  })

  it('keeps half a pair whose other half is in another target', () => {
    const first = '<segment id="s1"><source><sc id="1"/>a</source><target><sc id="1"/>a</target></segment>'
    const second = '<segment id="s2"><source>b<ec startRef="1"/></source><target>b<ec startRef="1"/></target></segment>'
    expect(edited(file(first + second), 'Ёж')).toContain('<target><sc id="1"/>Ёж</target>')
  })

  it('lets half a pair go when no other target has the other half', () => {
    const first = '<segment id="s1"><source><sm id="1" type="comment" value="c"/>a</source></segment>'
    const second = '<segment id="s2"><source>b<em startRef="1"/></source><target>b</target></segment>'
    expect(edited(file(first + second), 'Ёж')).toContain('<target>Ёж</target>')
  })

  it('takes no code a second time that stands in another target', () => {
    const first = `<segment id="s1"><source>a<ph id="1" ${fixed}/></source></segment>`
    const second = `<segment id="s2"><source>b</source><target>b<ph id="1" ${fixed}/></target></segment>`
    expect(edited(file(first + second), 'Ёж')).toContain('<target>Ёж</target>')
  })

  it('keeps a marker that a glossary points to, and no other', () => {
    const glossary =
      '<gls:glossary><gls:glossEntry><gls:term>key</gls:term><gls:translation ref="t=m2">перне</gls:translation></gls:glossEntry></gls:glossary>'
    const target = 'Бұл <mrk id="m2" type="term">перне</mrk> <mrk id="m3" type="term">бос</mrk>'
    const segment = `<segment id="s1"><source>a key</source><target>${target}</target></segment>`
    const out = edited(file(segment, glossary.replace('t=m2', '#t=m2')), 'Пернені')
    expect(out).toContain('<mrk id="m2" type="term"></mrk>')
    expect(out).not.toContain('id="m3"')
  })

  it('confirms a target without touching it', () => {
    const segment = '<segment id="s1"><source>a</source><target>b<ph id="1"/></target></segment>'
    writeFileSync(path, file(segment))
    editSegment(path, 'a.xlf', { unit: 'u1', state: 'reviewed' })
    expect(readFileSync(path, 'utf8')).toBe(file(segment.replace('id="s1"', 'id="s1" state="reviewed"')))
  })
})

describe('An edit of a file of a vendor changes its own words and nothing else', () => {
  const vendor = (root: string, unit: string) =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" ${root} version="1.2"><file original="a" source-language="en" target-language="kk" datatype="x-own"><body>${unit}</body></file></xliff>\r\n`
  const sdlUnit = (conf: string, locked: string) =>
    `<trans-unit id="u"><source>a</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target><mrk mtype="seg" mid="1">b</mrk></target><sdl:seg-defs><sdl:seg id="1" conf="${conf}" locked="${locked}" origin="mt"/></sdl:seg-defs></trans-unit>`
  const memoq = (status: string, lock: string) =>
    `<trans-unit id="u" mq:status="${status}"${lock}><source>a</source><target>b</target></trans-unit>`
  const phrase = (confirmed: string, locked: string) =>
    `<trans-unit id="u" m:confirmed="${confirmed}" m:locked="${locked}"><source>a</source><target>b</target></trans-unit>`
  it.each([
    [
      'SDL',
      'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
      sdlUnit('Draft', 'false'),
      sdlUnit('ApprovedTranslation', 'false'),
      sdlUnit('Draft', 'true'),
    ],
    [
      'SDL',
      'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
      sdlUnit('RejectedTranslation', 'false'),
      sdlUnit('ApprovedTranslation', 'false'),
      sdlUnit('RejectedTranslation', 'true'),
    ],
    [
      'memoQ',
      'xmlns:mq="MQXliff"',
      memoq('Pretranslated', ''),
      memoq('Reviewer1Confirmed', ''),
      memoq('Pretranslated', ' mq:locked="locked"'),
    ],
    [
      'Phrase',
      'xmlns:m="http://www.memsource.com/mxlf/2.0"',
      phrase('0', 'false'),
      phrase('1', 'false'),
      phrase('0', 'true'),
    ],
  ])('%s', (_vendor, root, before, confirmed, locked) => {
    const afterwards = (edit: Omit<Parameters<typeof editSegment>[2], 'unit'>) => {
      writeFileSync(path, vendor(root, before))
      editSegment(path, 'a.xlf', { unit: 'u', ...edit })
      return readFileSync(path, 'utf8')
    }
    expect(afterwards({ state: 'reviewed' })).toBe(vendor(root, confirmed))
    expect(afterwards({ state: 'reviewed', target: 'б' })).toBe(vendor(root, confirmed.replace('>b<', '>б<')))
    expect(afterwards({ isLocked: true })).toBe(vendor(root, locked))
    expect(afterwards({ isLocked: false })).toBe(vendor(root, before))
  })

  it('and one of ours has no lock', () => {
    writeFileSync(path, file('<segment id="s1"><source>a</source><target>b</target></segment>'))
    expect(() => editSegment(path, 'a.xlf', { unit: 'u1', isLocked: true })).toThrow(
      expect.objectContaining({ code: 'edit.no-lock' }),
    )
  })
})
