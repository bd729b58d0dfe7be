/** The fixes of findings in a PO file: only the fixed stretches of its strings change, and the result is read again. */

import { readPo } from '../formats/po/index.ts'
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

export interface FixedPo {
  readonly bytes: Uint8Array
  readonly edits: readonly TargetEdit[]
}

interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The file with the fixes made, and what was changed; undefined when nothing was. Files that are not UTF-8 are left alone. */
export function fixPo(
  bytes: Uint8Array,
  shown: string,
  findings: readonly Finding[],
  options: { readonly unsafe: boolean },
): FixedPo | undefined {
  const text = decoded(bytes)
  return text === undefined ? undefined : fixText(bytes, text, shown, findings, options)
}

function fixText(
  bytes: Uint8Array,
  text: string,
  shown: string,
  findings: readonly Finding[],
  options: { readonly unsafe: boolean },
): FixedPo | undefined {
  const targetLanguage = findings[0]?.language
  const reading = { file: shown, ...(targetLanguage === undefined ? {} : { targetLanguage }) }
  const { document, locate } = readPo(bytes, reading)
  const units = new Map<string, Unit>([...unitsOf(document)].map(unit => [unit.id, unit]))
  const offsetOf = offsets(text)
  const splices: Splice[] = []
  const edits = applyFixes(document, findings, options).filter(edit => {
    const own = splicesOf(edit)
    if (own !== undefined) splices.push(...own)
    return own !== undefined
  })
  if (edits.length === 0) return undefined
  const next = new TextEncoder().encode(spliced(text, splices))
  return isAsMeant(document, readPo(next, reading).document, edits) ? { bytes: next, edits } : undefined

  /** Undefined when a stretch is not written in the file as it is read: broken into lines, or by another escape. */
  function splicesOf({ unit: id, segment: name, expected, findings: own }: TargetEdit): readonly Splice[] | undefined {
    const unit = units.get(id)
    const segment = unit === undefined ? undefined : [...segmentsOf(unit)].find(one => one.id === name)
    if (unit === undefined || segment === undefined) return undefined
    const before = plainText(expected)
    const made: Splice[] = []
    let last = Number.POSITIVE_INFINITY
    // As fixContent: from the end, what overlaps is left.
    const fixes = own.flatMap(({ fix }) => (fix === undefined ? [] : [fix]))
    for (const { start, end, text: fixed } of [...fixes].sort((a, b) => b.start - a.start || b.end - a.end)) {
      if (end > last || start > end) continue
      const place = locate({ unit, segment, side: 'target', start, end })
      const [from, to] = [offsetOf(place.start), offsetOf(place.end)]
      if (text.slice(from, to) !== escaped(before.slice(start, end))) return undefined
      made.push({ from, to, text: escaped(fixed) })
      last = start
    }
    return made
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return text.startsWith('\ufeff') ? undefined : text
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

function escaped(text: string): string {
  return text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}

function spliced(text: string, splices: readonly Splice[]): string {
  let made = ''
  let at = 0
  for (const { from, to, text: put } of [...splices].sort((a, b) => a.from - b.from)) {
    made += text.slice(at, from) + put
    at = to
  }
  return made + text.slice(at)
}

/** Read again, every target is what it was or what its edit says. */
function isAsMeant(before: Document, after: Document, edits: readonly TargetEdit[]): boolean {
  const wanted = new Map(edits.map(({ unit, segment, target }) => [`${unit}\n${segment}`, plainText(target)]))
  const targets = (document: Document): readonly (readonly [string, string])[] =>
    [...unitsOf(document)].flatMap(unit =>
      [...segmentsOf(unit)].map(({ id, target }) => [`${unit.id}\n${id}`, plainText(target ?? [])] as const),
    )
  const now = targets(after)
  return targets(before).every(([key, text], i) => now[i]?.[0] === key && now[i]?.[1] === (wanted.get(key) ?? text))
}
