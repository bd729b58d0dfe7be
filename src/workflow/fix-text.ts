/**
 * The fixes of findings in PO, TMX, CSV and i18next files: only the fixed stretches change, each spelled as the format spells
 * it, and the result is read again.
 */

import type { FormatName } from '../formats/detect.ts'
import type { Reading } from '../formats/reading.ts'
import {
  type Document,
  type Finding,
  type Position,
  plainText,
  segmentsOf,
  type Unit,
  unitsOf,
} from '../model/index.ts'
import { applyFixes, type TargetEdit } from './document-fixes.ts'

export interface FixedText {
  readonly bytes: Uint8Array
  readonly edits: readonly TargetEdit[]
}

interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** How a text stands in a file of the format. Where it can stand in other ways, those are left alone. */
const spellings: Partial<Record<FormatName, (text: string) => string>> = {
  po: text => text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t'),
  tmx: text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  csv: text => text.replaceAll('"', '""'),
  i18next: text => JSON.stringify(text).slice(1, -1),
}

/** What would make a cell of a table another cell. */
const needsQuotes = /["',;\t\r\n]/

/**
 * The file with the fixes made, and what was changed; undefined when nothing was. Files that are not UTF-8 are left alone, and so
 * is a stretch that stands in the file otherwise than it is read: broken into lines, or by another escape.
 */
export function fixText(
  bytes: Uint8Array,
  format: FormatName,
  read: (bytes: Uint8Array) => readonly Reading[],
  findings: readonly Finding[],
  options: { readonly unsafe: boolean },
): FixedText | undefined {
  const spell = spellings[format]
  const decoded = decode(bytes)
  if (spell === undefined || decoded === undefined) return undefined
  const { text, mark } = decoded
  const offsetOf = offsets(text)
  const readings = read(bytes)
  const splices: Splice[] = []
  const edits = readings.map(reading => {
    const units = new Map([...unitsOf(reading.document)].map(unit => [unit.id, unit] as const))
    const own = findings.filter(({ language }) => language === reading.document.targetLanguage)
    return applyFixes(reading.document, own, options).filter(edit => {
      const made = splicesOf(reading, units, edit)
      if (made !== undefined) splices.push(...made)
      return made !== undefined
    })
  })
  if (splices.length === 0) return undefined
  const next = new TextEncoder().encode(mark + spliced(text, splices))
  const after = read(next)
  const isAsMeant = readings.every(({ document }, i) => isEdited(document, after[i]?.document, edits[i] ?? []))
  return isAsMeant ? { bytes: next, edits: edits.flat() } : undefined

  function splicesOf(
    { locate }: Reading,
    units: ReadonlyMap<string, Unit>,
    { unit: id, segment: name, expected, findings: own }: TargetEdit,
  ): readonly Splice[] | undefined {
    const unit = units.get(id)
    const segment = unit === undefined ? undefined : [...segmentsOf(unit)].find(one => one.id === name)
    if (unit === undefined || segment === undefined || spell === undefined) return undefined
    const before = plainText(expected)
    const made: Splice[] = []
    let last = Number.POSITIVE_INFINITY
    // As fixContent: from the end, what overlaps is left.
    const fixes = own.flatMap(({ fix }) => (fix === undefined ? [] : [fix]))
    for (const { start, end, text: fixed } of [...fixes].sort((a, b) => b.start - a.start || b.end - a.end)) {
      if (end > last || start > end) continue
      const place = locate({ unit, segment, side: 'target', start, end })
      const [from, to] = [offsetOf(place.start), offsetOf(place.end)]
      if (text.slice(from, to) !== spell(before.slice(start, end))) return undefined
      if (format === 'csv' && needsQuotes.test(fixed)) return undefined
      made.push({ from, to, text: spell(fixed) })
      last = start
    }
    return made
  }
}

function decode(bytes: Uint8Array): { readonly text: string; readonly mark: string } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
    return { text: text.slice(mark.length), mark }
  } catch {
    // TypeError: not UTF-8.
    return undefined
  }
}

/** Positions back to UTF-16 offsets; lines end at LF, CR or CRLF. */
function offsets(text: string): (position: Position) => number {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)]
  return ({ line, column }) => (starts[line - 1] ?? 0) + column - 1
}

function spliced(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { from, to, text: put } of [...splices].sort((a, b) => a.from - b.from)) {
    pieces.push(text.slice(at, from), put)
    at = to
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** Read again, every target is what it was or what its edit says. */
function isEdited(before: Document, after: Document | undefined, edits: readonly TargetEdit[]): boolean {
  if (after === undefined) return false
  const wanted = new Map(edits.map(({ unit, segment, target }) => [`${unit}\n${segment}`, plainText(target)]))
  const targets = (document: Document): readonly (readonly [string, string])[] =>
    [...unitsOf(document)].flatMap(unit =>
      [...segmentsOf(unit)].map(({ id, target }) => [`${unit.id}\n${id}`, plainText(target ?? [])] as const),
    )
  const now = targets(after)
  const were = targets(before)
  return (
    were.length === now.length &&
    were.every(([key, text], i) => now[i]?.[0] === key && now[i]?.[1] === (wanted.get(key) ?? text))
  )
}
