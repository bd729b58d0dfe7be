import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readXliff, writeXliff } from '../../src/formats/xliff/index.ts'
import {
  Failure,
  language,
  plainText,
  type Segment,
  segmentsOf,
  textContent,
  type Unit,
  unitsOf,
} from '../../src/model/index.ts'
import { editSegment, replaceUnits } from '../../src/workflow/edit.ts'
import { openDocument } from '../../src/workflow/editions.ts'
import { editionOf, exportText, exportXliff } from '../../src/workflow/export-document.ts'
import { loadKnowledge } from '../../src/workflow/knowledge.ts'
import { type MergeResult, mergeReturned } from '../../src/workflow/merge.ts'
import { openProject, workingTree } from '../../src/workflow/project.ts'
import { type SampleProject, sampleProject } from './sample-project.ts'

const sourceWas = (base: string): string => base
const marauding = 'A wave of marauding swept the cities.'

function edition(project: SampleProject, tag: string) {
  const opened = openProject(project.root)
  const read = workingTree(opened)
  const [document] = opened.documents
  if (document === undefined) throw new RangeError('one document')
  const open = openDocument(opened, document, { read, knowledge: loadKnowledge(opened, read), sourceWas })
  return { open, edition: editionOf(open, language(tag)) }
}

function exported(project: SampleProject, version: '1.2' | '2.0' | '2.1' = '2.1'): string {
  return new TextDecoder().decode(exportXliff(edition(project, 'ru').edition, version).bytes)
}

/** The file as a translator returns it, one unit changed. */
function returned(text: string, change: (unit: Unit) => Unit): Uint8Array {
  const file = readXliff(new TextEncoder().encode(text), { file: 'returned.xlf' })
  const unit = [...unitsOf(file.document)].find(each =>
    segmentsOf(each).some(({ source }) => plainText(source).includes(marauding)),
  )
  if (unit === undefined) throw new RangeError('no unit')
  return new TextEncoder().encode(
    writeXliff(replaceUnits(file.document, new Map([[unit.id, change(unit)]])), { version: file.version }),
  )
}

function withSegment(unit: Unit, change: (segment: Segment) => Segment): Unit {
  const parts = unit.parts.map(part =>
    part.kind === 'segment' && plainText(part.source) === marauding ? change(part) : part,
  )
  return { ...unit, parts }
}

const retarget = (text: string) => (unit: Unit) =>
  withSegment(unit, segment => ({ ...segment, target: textContent(text), state: 'translated' }))

function merge(project: SampleProject, bytes: Uint8Array): MergeResult {
  return mergeReturned(openProject(project.root), bytes, 'returned.xlf')
}

function edit(project: SampleProject, target: string): void {
  const path = join(project.root, 'memory/statement/ru.xlf')
  const { document } = readXliff(readFileSync(path), { file: 'ru.xlf' })
  for (const unit of unitsOf(document)) {
    const segment = segmentsOf(unit).find(({ source }) => plainText(source) === marauding)
    if (segment !== undefined)
      editSegment(path, 'ru.xlf', { unit: unit.id, segment: segment.id, target, state: 'reviewed' })
  }
}

describe('a file back from a translator', () => {
  it.each(['1.2', '2.0', '2.1'] as const)('in XLIFF %s: untouched, it changes nothing', version => {
    const project = sampleProject()
    const before = project.read('memory/statement/ru.xlf')
    const result = merge(project, new TextEncoder().encode(exported(project, version)))
    expect(result).toMatchObject({ merged: 0, findings: [], isWritten: false, file: 'memory/statement/ru.xlf' })
    expect(project.read('memory/statement/ru.xlf')).toBe(before)
  })

  it.each(['1.2', '2.1'] as const)('in XLIFF %s: one new target changes that target only', version => {
    const project = sampleProject()
    const before = project.read('memory/statement/ru.xlf').split('\n')
    const result = merge(project, returned(exported(project, version), retarget('Города захлестнула волна грабежей.')))
    expect(result).toMatchObject({ merged: 1, findings: [], isWritten: true })
    const after = project.read('memory/statement/ru.xlf').split('\n')
    expect(after.filter((line, index) => line !== before[index])).toEqual([
      expect.stringContaining('<target>Города захлестнула волна грабежей.</target>'),
    ])
  })

  it('is a conflict where both sides changed the target; ours stays', () => {
    const project = sampleProject()
    const file = exported(project)
    edit(project, 'Наш новый перевод.')
    const result = merge(project, returned(file, retarget('Их новый перевод.')))
    expect(result.findings.map(({ rule }) => rule)).toEqual(['merge/conflict'])
    expect(result.findings[0]?.data).toEqual({ ours: 'Наш новый перевод.', theirs: 'Их новый перевод.' })
    expect(project.read('memory/statement/ru.xlf')).toContain('Наш новый перевод.')
  })

  it('does not empty a target silently', () => {
    const project = sampleProject()
    const result = merge(project, returned(exported(project), retarget('')))
    expect(result.findings.map(({ rule }) => rule)).toEqual(['merge/emptied'])
    expect(result.isWritten).toBe(false)
  })

  it('translated from an older source is taken, and waits for confirmation', async () => {
    const project = sampleProject()
    const file = exported(project)
    project.replace('en.txt', marauding, 'A wave of looting swept the cities.')
    await project.sync()
    const result = merge(project, returned(file, retarget('Их новый перевод.')))
    expect(result.findings.map(({ rule }) => rule)).toContain('merge/source-changed')
    expect(project.drift().map(({ rule, language: tag }) => `${rule} ${tag}`)).toContain('drift/source-changed ru')
    expect(project.read('memory/statement/ru.xlf')).toContain('Их новый перевод.')
  })

  it('keeps the segmentation of the translator', () => {
    const project = sampleProject()
    const bytes = returned(exported(project), unit => {
      const index = unit.parts.findIndex(part => part.kind === 'segment' && plainText(part.source) === marauding)
      const [before, gap, own] = [unit.parts[index - 2], unit.parts[index - 1], unit.parts[index]]
      if (before?.kind !== 'segment' || gap === undefined || own === undefined)
        throw new RangeError('segment, gap, segment')
      const joined: Segment = {
        ...before,
        source: textContent([before, gap, own].map(part => plainText(part.source)).join('')),
        target: textContent('Оба предложения одной фразой.'),
      }
      return { ...unit, parts: [...unit.parts.slice(0, index - 2), joined, ...unit.parts.slice(index + 1)] }
    })
    const result = merge(project, bytes)
    expect(result.findings).toEqual([])
    expect(project.read('memory/statement/ru.xlf')).toContain('<target>Оба предложения одной фразой.</target>')
  })

  it('of another project is refused in words', () => {
    const foreign = new TextEncoder().encode(
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ru"><file id="f"><unit id="x"><segment><source>A</source></segment></unit></file></xliff>',
    )
    const project = sampleProject()
    try {
      merge(project, foreign)
      expect.unreachable()
    } catch (error) {
      expect(error instanceof Failure && error.code).toBe('merge.no-counterpart')
    }
  })
})

describe('the finished text', () => {
  it.each(['ru', 'kk'])('is the published one again, byte for byte: %s', tag => {
    const project = sampleProject()
    const { open, edition: own } = edition(project, tag)
    const { bytes, untranslated } = exportText(open, own)
    expect(untranslated).toBe(0)
    expect(new TextDecoder().decode(bytes)).toBe(project.read(`memory/statement/${tag}.txt`))
  })

  it('is not made of a file that does not follow the source', () => {
    const project = sampleProject()
    project.replace('en.txt', marauding, 'A wave of looting swept the cities.')
    const { open, edition: own } = edition(project, 'ru')
    expect(() => exportText(open, own)).toThrow('export.out-of-date')
  })

  it('counts what is not translated and has the source there', async () => {
    const project = sampleProject()
    writeFileSync(
      join(project.root, 'memory/statement/en.txt'),
      `${project.read('memory/statement/en.txt').trimEnd()}\nOne more line.\n`,
    )
    await project.sync()
    const { open, edition: own } = edition(project, 'kk')
    const { bytes, untranslated } = exportText(open, own)
    expect(untranslated).toBe(1)
    expect(new TextDecoder().decode(bytes).endsWith('One more line.\n')).toBe(true)
  })
})
