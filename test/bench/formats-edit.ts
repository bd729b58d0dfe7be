/**
 * One target edited in every file of the official suites, as it is, in UTF-16 with BOM and with CRLF: the bytes that change must
 * lie in that target and its state, and the file must validate as before. `node test/bench/formats-edit.ts`
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { editXliff, readXliff, rewriteXliff, validateXliff, type XliffFile } from '../../src/formats/xliff/index.ts'
import { type Content, Failure, segmentsOf, unitsOf } from '../../src/model/index.ts'

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
const totals = { files: 0, identical: 0, edited: 0, confined: 0, valid: 0, failed: 0, refused: 0 }

function editOne(name: string, file: XliffFile, bytes: Buffer): void {
  for (const unit of unitsOf(file.document)) {
    const segment = segmentsOf(unit)[0]
    if (segment === undefined) continue
    const target: Content = [...(segment.target ?? segment.source), ...added]
    totals.edited++
    try {
      const out = Buffer.from(editXliff(file, [{ unit: unit.id, segment: segment.id, target, state: 'translated' }]))
      if (isConfined(file, bytes, out, unit.span)) totals.confined++
      else console.log(`  not confined: ${name} ${unit.id} ${segment.id}`)
      const again = readXliff(out, { file: name })
      const read = [...unitsOf(again.document)].find(({ id }) => id === unit.id)
      const now = read === undefined ? undefined : segmentsOf(read).find(({ id }) => id === segment.id)
      if (JSON.stringify(now?.target) !== JSON.stringify(joined(target)))
        console.log(`  text differs: ${name} ${JSON.stringify(now?.target)} ${JSON.stringify(joined(target))}`)
      const before = faults(bytes)
      const after = faults(out)
      if (before === after || !introduces(before, after)) totals.valid++
      else console.log(`  validates no more: ${name}\n${after}`)
    } catch (error) {
      if (error instanceof Failure && error.code === 'xliff.no-target-language') {
        totals.edited--
        return
      }
      totals.failed++
      console.log(`  failed: ${name} ${unit.id} ${error instanceof Failure ? error.code : error}`)
    }
    return
  }
}

function introduces(before: string, after: string): boolean {
  const known = before.split('\n')
  return after.split('\n').some(fault => !known.includes(fault))
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

/** The first and last byte that differ lie in the unit. */
function isConfined(file: XliffFile, a: Buffer, b: Buffer, span: { start: number; end: number } | undefined): boolean {
  if (span === undefined) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const bom = a.length - file.index.encode(file.index.text).length
  const from = file.index.encode(file.index.text.slice(0, span.start)).length + bom
  const to = file.index.encode(file.index.text.slice(0, span.end)).length + bom
  return start >= from && a.length - end <= to
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
