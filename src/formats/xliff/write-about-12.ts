/** What stands beside the texts of a trans-unit: notes, context groups, alternatives → elements of XLIFF 1.2. */

import type { Candidate, Content, ForeignElement, MetaGroup, Note, Segment } from '../../model/index.ts'
import { escapeText } from '../xml/index.ts'
import { isOf12, localOf } from './foreign.ts'
import type { FreshPlace } from './fresh-place.ts'
import { keptAttributes } from './kept-attributes.ts'
import { block, holdBreaks, type MarkupAttributes, markup } from './markup.ts'
import { alternativeNames } from './names-12.ts'
import { namelessContexts, purposeType } from './unit-12.ts'
import { isWord12 } from './values-12.ts'
import { writeContent12 } from './write-content-12.ts'
import { percentOf } from './write-unit-2.ts'

/** A text of a source or target. */
export function text(content: Content, place: FreshPlace): string {
  return holdBreaks(writeContent12(content, place))
}

/** Elements of 1.2 in the order its schema wants. */
export function inOrder(elements: readonly ForeignElement[], order: readonly string[]): readonly ForeignElement[] {
  const rank = ({ name }: ForeignElement): number => order.indexOf(localOf(name))
  return elements.toSorted((a, b) => rank(a) - rank(b))
}

export function writeNote(note: Note): string {
  const ref = note.ref === undefined ? '' : `#${note.ref}`
  const from = `${note.category ?? ''}${ref}`
  return markup(
    'note',
    [
      ['xml:lang', note.attributes?.find(({ name }) => name === 'xml:lang')?.value],
      ['from', from === '' ? undefined : from],
      ['priority', note.priority],
      ['annotates', note.appliesTo],
    ],
    holdBreaks(escapeText(note.text)),
  )
}

/** True for what a context group can say: words of its own, no groups inside, nothing more than types and values. */
export function isContext({ category, id, appliesTo, groups, meta }: MetaGroup): boolean {
  return (
    id === undefined &&
    appliesTo === undefined &&
    groups === undefined &&
    !category.includes('#') &&
    meta.every(({ type }, i) => (type === purposeType && i === 0) || (/^\S+$/.test(type) && !type.startsWith('x-')))
  )
}

/** The name of a context group is unique in its file: the unit's id makes it so. */
export function writeContext({ category, meta }: MetaGroup, suffix: string): string {
  const [first] = meta
  const purpose = first?.type === purposeType ? first.value : undefined
  const entries = purpose === undefined ? meta : meta.slice(1)
  const contexts = entries.map(({ type, value }) =>
    markup(
      'context',
      [['context-type', isWord12('contextType', type) ? type : `x-${type}`]],
      holdBreaks(escapeText(value)),
    ),
  )
  const name = category === namelessContexts ? undefined : `${category}${suffix}`
  return block(
    'context-group',
    [
      ['name', name],
      ['purpose', purpose],
    ],
    contexts,
  )
}

/** `segments`: those that have a `mrk`; a candidate may also be for a part of one, which 1.2 cannot say. */
export function writeAlternative(candidate: Candidate, segments: readonly Segment[], place: FreshPlace): string {
  const { ref, similarity, matchQuality, origin, type, subType, foreign = [] } = candidate
  const quality = similarity ?? matchQuality
  const kind = subType?.startsWith('xliff12:') ? subType.slice('xliff12:'.length) : undefined
  const written = kind ?? (subType === 'tilmash:previous-version' ? 'previous-version' : undefined)
  const isKind = type === undefined || (type === 'other' && subType === `xliff12:${written}`)
  return block(
    'alt-trans',
    [
      ['mid', segments.some(({ id }) => id === ref) ? ref : undefined],
      ['match-quality', percentSign(quality)],
      ['origin', origin],
      ['alttranstype', written],
      ...matchAttributes(candidate, isKind, place),
      ...keptAttributes(candidate.attributes, place, alternativeNames),
    ],
    [
      markup('source', [], text(candidate.source, place)),
      ...place.foreign(inOrder(foreign.filter(is('seg-source')), alternativeOrder)),
      markup('target', [], text(candidate.target, place)),
      ...place.foreign(
        inOrder(
          foreign.filter(element => isOf12(element) && !is('seg-source')(element)),
          alternativeOrder,
        ),
      ),
      ...place.foreign(foreign.filter(element => !isOf12(element))),
    ],
  )
}

const alternativeOrder = ['seg-source', 'target', 'context-group', 'prop-group', 'note']

function is(local: string): (element: ForeignElement) => boolean {
  return element => isOf12(element) && localOf(element.name) === local
}

/** What a match of XLIFF 2 says and `alt-trans` has no word for, under the name of the module. */
function matchAttributes(candidate: Candidate, isKind: boolean, place: FreshPlace): MarkupAttributes {
  const { id, similarity, matchQuality, matchSuitability, type, subType } = candidate
  const said: MarkupAttributes = [
    ['id', id],
    ['similarity', matchQuality === undefined ? undefined : percentOf(similarity)],
    ['matchQuality', percentOf(matchQuality)],
    ['matchSuitability', percentOf(matchSuitability)],
    ['type', isKind ? undefined : type],
    ['subType', isKind ? undefined : subType],
  ]
  return said.flatMap(([name, value]) =>
    value === undefined ? [] : [[`${place.module('mtc').prefix}${name}`, value] as const],
  )
}

function percentSign(ratio: number | undefined): string | undefined {
  const percent = percentOf(ratio)
  return percent === undefined ? undefined : `${percent}%`
}
