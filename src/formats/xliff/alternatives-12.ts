/** Candidates spliced into a unit of an XLIFF 1.2 file as `alt-trans`; nothing else changes. */

import type { Candidate, Content } from '../../model/index.ts'
import { plainText } from '../../model/index.ts'
import { childElements, hasIllegalXmlCharacter, type Splice, type XmlElement } from '../xml/index.ts'
import { lineEnd, placeIn } from './file-place.ts'
import type { XliffIndex } from './index-pass.ts'
import { block, holdBreaks, indent, markup, releaseBreaks } from './markup.ts'
import { leadOf } from './target-change.ts'
import { segmentation12 } from './unit-12.ts'
import { type ContentPlace12, writeContent12 } from './write-content-12.ts'

/** Candidates of one unit; `ref` of each names the segment. */
export interface Alternatives {
  readonly unit: string
  /** Needed when several files have the unit's id. */
  readonly fileId?: string
  readonly candidates: readonly Candidate[]
}

/**
 * Behind the alternatives that are there, else behind the unit's other elements of the standard, where the schema wants
 * them. Candidates with characters that XML cannot hold are left out: 1.2 has no way to write one.
 */
export function alternativeSplices(
  index: XliffIndex,
  unit: XmlElement,
  candidates: readonly Candidate[],
): readonly Splice[] {
  const writable = candidates.filter(({ source, target }) => isWritable(source) && isWritable(target))
  const own = childElements(unit).filter(child => child.uri === unit.uri)
  const [first] = own
  const last = own.findLast(child => child.local === 'alt-trans') ?? own.at(-1)
  if (writable.length === 0 || first === undefined || last === undefined) return []
  const lead = leadOf(index.text, last.start) || leadOf(index.text, first.start)
  const margin = lead.replace(/^[\r\n]+/, '')
  const place = placeIn(unit, index.version)
  const isCut = segmentation12(unit) !== undefined
  const text = writable.map(candidate => {
    const made = alternative(candidate, place, isCut)
    if (lead === '') return releaseBreaks(made.replace(/\n */g, ''))
    const lines = indent(made, margin).slice(margin.length)
    return lead + releaseBreaks(lines.replaceAll('\n', lineEnd(index.text)))
  })
  return [{ start: last.end, end: last.end, text: text.join('') }]
}

function isWritable(content: Content): boolean {
  return !content.some(inline => inline.kind === 'cp') && !hasIllegalXmlCharacter(plainText(content))
}

function alternative(candidate: Candidate, place: ContentPlace12, isCut: boolean): string {
  const { ref, similarity, origin, source, target } = candidate
  const { prefix } = place
  const [from, to] = [writeContent12(source, place), writeContent12(target, place)]
  const hasOddSpace = [from, to].some(text => /[\t\n\r]| {2}|^ | $/.test(text))
  return block(
    `${prefix}alt-trans`,
    [
      ['mid', isCut ? ref : undefined],
      ['match-quality', similarity === undefined ? undefined : matchQuality(similarity)],
      ['origin', origin],
      ['xml:space', hasOddSpace ? 'preserve' : undefined],
    ],
    [markup(`${prefix}source`, [], holdBreaks(from)), markup(`${prefix}target`, [], holdBreaks(to))],
  )
}

/** Whole percent, rounded down as bands are: 99.6 % is not all. */
function matchQuality(similarity: number): string {
  return `${Math.floor(similarity * 100 + 1e-6)}%`
}
