/**
 * One target edited in every file of the official suites, as it is, in UTF-16 with BOM and with CRLF, with codes and as plain text:
 * what changes must lie in that target and the words that tell its state, and the file must validate as before.
 * `node test/bench/formats-edit.ts`
 */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { segmentMarks } from '../../src/formats/xliff/content-12.ts'
import { unitElement } from '../../src/formats/xliff/document.ts'
import { editXliff, readXliff, rewriteXliff, validateXliff, type XliffFile } from '../../src/formats/xliff/index.ts'
import { segmentElements } from '../../src/formats/xliff/locate.ts'
import { vendorState } from '../../src/formats/xliff/states-12.ts'
import { findChild, type XmlElement } from '../../src/formats/xml/index.ts'
import { type Content, Failure, segmentsOf, unitsOf } from '../../src/model/index.ts'
import { editSegment } from '../../src/workflow/edit.ts'

const root = join(import.meta.dirname, '../../../shared/conformance/xliff')

type Encoding = 'as it is' | 'utf-16le' | 'utf-16be' | 'crlf'
const encodings: readonly Encoding[] = ['as it is', 'utf-16le', 'utf-16be', 'crlf']

function encodedAs(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'as it is') return bytes
  const text = new TextDecoder('utf-8').decode(bytes)
  if (encoding === 'crlf') return Buffer.from(text.replace(/\r?\n/g, '\r\n'))
  const units = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return encoding === 'utf-16le' ? units : units.swap16()
}

/** Errors of a file as a sorted list without places: an edit moves them. */
function faults(bytes: Uint8Array): string {
  return validateXliff(bytes, { file: 'f' })
    .filter(({ level }) => level === 'error')
    .map(({ rule, variant }) => `${rule}:${variant ?? ''}`)
    .sort()
    .join('\n')
}

const added: Content = [{ kind: 'text', text: ' <Жаңа> & «ёж» ]]>' }]
const totals = { files: 0, identical: 0, edited: 0, confined: 0, valid: 0, failed: 0, refused: 0, notEditable: 0 }
const copy = join(mkdtempSync(join(tmpdir(), 'tilmash-')), 'copy.xlf')

function editOne(name: string, file: XliffFile, bytes: Buffer): void {
  for (const unit of unitsOf(file.document)) {
    const segment = segmentsOf(unit)[0]
    if (segment === undefined) continue
    const target: Content = [...(segment.target ?? segment.source), ...added]
    const one = { unit: unit.id, segment: segment.id }
    judge(`${name} ${unit.id} ${segment.id} (content)`, file, bytes, one, () => {
      const out = editXliff(file, [{ ...one, target, state: 'translated' }])
      const read = [...unitsOf(readXliff(out, { file: name }).document)].find(({ id }) => id === unit.id)
      const now = read === undefined ? undefined : segmentsOf(read).find(({ id }) => id === segment.id)
      if (JSON.stringify(now?.target) !== JSON.stringify(joined(target)))
        console.log(`  text differs: ${name} ${JSON.stringify(now?.target)} ${JSON.stringify(joined(target))}`)
      return out
    })
    for (const state of ['translated', 'final'] as const) {
      judge(`${name} ${unit.id} ${segment.id} (${state})`, file, bytes, one, () => {
        writeFileSync(copy, bytes)
        editSegment(copy, name, { ...one, target: ' <Жаңа> & «ёж» ]]>', state })
        return readFileSync(copy)
      })
    }
    return
  }
}

/** No target may be written into a file that does not name its language; nor into one of two units of one id. */
const refusals = new Set(['xliff.no-target-language', 'edit.several-units'])

interface Which {
  readonly unit: string
  readonly segment: string
}

function judge(name: string, file: XliffFile, bytes: Buffer, which: Which, edit: () => Uint8Array): void {
  totals.edited++
  try {
    const out = Buffer.from(edit())
    const isWhole = !isCut(file, which)
    const before = outside(file, which, isWhole)
    const after = outside(readXliff(out, { file: name }), which, isWhole)
    const bom = file.bytes.length - file.index.encode(file.index.text).length
    if (before === after && bytes.subarray(0, bom).equals(out.subarray(0, bom))) totals.confined++
    else console.log(`  not confined: ${name}\n${firstDifference(before, after)}`)
    const known = faults(bytes)
    const now = faults(out)
    if (!introduces(known, now)) totals.valid++
    else console.log(`  validates no more: ${name}\n${now}`)
  } catch (error) {
    if (error instanceof Failure && refusals.has(error.code)) {
      totals.edited--
      totals.notEditable++
      return
    }
    totals.failed++
    console.log(`  failed: ${name} ${error instanceof Failure ? error.code : error}`)
  }
}

function introduces(before: string, after: string): boolean {
  const known = before.split('\n')
  return after.split('\n').some(fault => fault !== '' && !known.includes(fault))
}

function joined(content: Content): Content {
  const out: Content[number][] = []
  for (const inline of content) {
    const last = out.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text')
      out[out.length - 1] = { kind: 'text', text: last.text + inline.text }
    else out.push(inline)
  }
  return out
}

/**
 * The text of the file without the target of one segment (the white space before it is what a new one may bring) and without
 * the words that tell its state: `state`, `subState`, `state-qualifier`, `approved`, the vendor's confirmation.
 */
function outside(file: XliffFile, { unit: id, segment }: Which, isWhole: boolean): string {
  const { index } = file
  const unit = [...unitsOf(file.document)].find(one => one.id === id)
  const number = index.unitAt(unit?.span?.start ?? -1)
  if (number === undefined) throw new RangeError(`no unit ${id}`)
  const element = unitElement(index, number)
  const found = segmentElements(index, element, segment)
  if (found === undefined) throw new RangeError(`no segment ${segment}`)
  const { text } = index
  const cuts: { start: number; end: number }[] = []
  const cutTarget = (target: XmlElement): void => {
    const lead = /\s*$/.exec(text.slice(0, target.start).slice(-200))?.[0].length ?? 0
    cuts.push({ start: target.start - lead, end: target.end })
  }
  const cutAttributes = (holder: XmlElement, names: readonly string[]): void => {
    const tag = text.slice(holder.start, holder.contentStart)
    for (const name of names) {
      const match = new RegExp(`\\s+${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag)
      if (match !== null)
        cuts.push({ start: holder.start + match.index, end: holder.start + match.index + match[0].length })
    }
  }
  const whole = found.mid === undefined ? found.target : findChild(element, 'target')
  if (index.version === '1.2') {
    cutAttributes(element, ['approved'])
    const vendor = vendorState(element, found.mid, index.flavour)
    if (vendor !== undefined) cutAttributes(vendor.element, [vendor.attribute])
    if (!isWhole && whole !== undefined) {
      if (found.target !== undefined) cutTarget(found.target)
      cutAttributes(whole, ['state', 'state-qualifier'])
    } else if (whole !== undefined) cutTarget(whole)
  } else {
    cutAttributes(found.holder, ['state', 'subState'])
    if (whole !== undefined) cutTarget(whole)
  }
  let out = ''
  let at = 0
  for (const { start, end } of cuts.sort((a, b) => a.start - b.start)) {
    out += text.slice(at, start)
    at = end
  }
  return out + text.slice(at)
}

/** 1.2: the target is cut into segments, and each of them is a target for itself. */
function isCut(file: XliffFile, { unit: id, segment }: Which): boolean {
  const unit = [...unitsOf(file.document)].find(one => one.id === id)
  const element = unitElement(file.index, file.index.unitAt(unit?.span?.start ?? -1) ?? -1)
  const target = findChild(element, 'target')
  if (segmentElements(file.index, element, segment)?.mid === undefined || target === undefined) return false
  return segmentMarks(target).length > 0
}

function firstDifference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `${JSON.stringify(a.slice(at - 40, at + 80))}\n${JSON.stringify(b.slice(at - 40, at + 80))}`
}

if (!existsSync(root)) console.log('skipped: no data')
else {
  const files = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.(?:xlf|xliff|sdlxliff|mxliff)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
  for (const path of files) {
    const original = readFileSync(path)
    for (const encoding of encodings) {
      if (encoding !== 'as it is' && !isUtf8(original)) continue
      const bytes = encodedAs(original, encoding)
      const name = `${relative(root, path)} (${encoding})`
      let file: XliffFile
      try {
        file = readXliff(bytes, { file: name })
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        totals.refused++
        if (encoding === 'as it is') console.log(`  refused: ${name} ${error.code}`)
        continue
      }
      totals.files++
      const same = Buffer.from(file.index.encode(file.index.text))
      const rewritten = file.version === '1.2' ? same : Buffer.from(rewriteXliff(file, file.document))
      if (same.equals(bytes) && rewritten.equals(bytes)) totals.identical++
      else console.log(`  not identical: ${name}`)
      editOne(name, file, bytes)
    }
  }
  rmSync(dirname(copy), { recursive: true })
  console.log(totals)
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/encoding=["'](?!utf-?8)/i.test(bytes.toString('latin1', 0, 200))
  } catch {
    return false
  }
}
