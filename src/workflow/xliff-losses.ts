/** What an XLIFF version cannot say of a document: found by reading again what was written, so that nothing is overlooked. */

import {
  type Content,
  type Document,
  type Ignorable,
  type Inline,
  plainText,
  type Segment,
  type Unit,
  unitsOf,
} from '../model/index.ts'

export type XliffLoss =
  | 'xliff-ids'
  | 'xliff-codes'
  | 'xliff-markers'
  | 'xliff-states'
  | 'xliff-notes'
  | 'xliff-candidates'
  | 'xliff-metadata'
  | 'xliff-attributes'
  | 'xliff-texts'

/** Tells each kind for each unit where the document that was read again differs. Units stay in their order. */
export function tellXliffLosses(
  before: Document,
  after: Document,
  onLoss: (what: XliffLoss, unit: string) => void,
): void {
  const again = unitsOf(after)
  for (const unit of unitsOf(before)) {
    const { value } = again.next()
    const tell = (what: XliffLoss, isSame: boolean): void => {
      if (!isSame) onLoss(what, unit.id)
    }
    if (value === undefined) {
      onLoss('xliff-texts', unit.id)
      continue
    }
    compareUnits(unit, value, tell)
  }
}

function compareUnits(before: Unit, after: Unit, tell: (what: XliffLoss, isSame: boolean) => void): void {
  const same = (of: (unit: Unit) => unknown): boolean => canonical(of(before)) === canonical(of(after))
  tell('xliff-ids', same(unit => unit.id) && same(unit => segmentsAnd(unit, part => part.id)))
  tell(
    'xliff-texts',
    same(unit => texts(unit)),
  )
  tell(
    'xliff-codes',
    same(unit => contents(unit).map(content => flat(content, isCode))),
  )
  tell(
    'xliff-markers',
    same(unit => contents(unit).map(content => flat(content, isMarker))),
  )
  tell(
    'xliff-states',
    same(unit => segmentsAnd(unit, ({ state, subState }) => [state, subState ?? ''])),
  )
  tell(
    'xliff-notes',
    same(unit => unit.notes.map(({ id: _id, ref: _ref, ...note }) => note)),
  )
  tell(
    'xliff-candidates',
    same(unit => unit.candidates.map(each => [plainText(each.source), plainText(each.target), each.similarity ?? 0])),
  )
  tell(
    'xliff-metadata',
    same(unit => unit.metadata.map(({ category, meta }) => [category, meta])),
  )
  tell(
    'xliff-attributes',
    same(unit => [unit.type ?? '', unit.translate, unit.canResegment, unit.attributes ?? []]),
  )
}

function segmentsAnd<Value>(unit: Unit, of: (segment: Segment) => Value): readonly Value[] {
  return unit.parts.flatMap(part => (part.kind === 'segment' ? [of(part)] : []))
}

/** All text of the unit, wherever its segments are cut; blanks between translated segments are the source's unless said. */
function texts(unit: Unit): readonly string[] {
  const hasTarget = unit.parts.some(part => part.kind === 'segment' && part.target !== undefined)
  const target = (part: Segment | Ignorable): Content =>
    part.target ?? (part.kind === 'ignorable' && hasTarget ? part.source : [])
  return [
    unit.parts.map(part => plainText(part.source)).join(''),
    unit.parts.map(part => plainText(target(part))).join(''),
  ]
}

function contents(unit: Unit): readonly Content[] {
  return unit.parts.flatMap(part => (part.kind === 'segment' ? [part.source, part.target ?? []] : []))
}

/** What is said of the codes or markers of a content, children opened; names of references are the writer's own. */
function flat(content: Content, isWanted: (inline: Inline) => boolean): readonly unknown[] {
  return content.flatMap(inline => {
    const inner = 'children' in inline ? flat(inline.children, isWanted) : []
    return isWanted(inline) ? [fieldsOf(inline), ...inner] : inner
  })
}

const writersOwn: ReadonlySet<string> = new Set(['id', 'children', 'dataRef', 'dataRefEnd', 'startRef', 'ref'])

function fieldsOf(inline: Inline): object {
  return Object.fromEntries(Object.entries(inline).filter(([name]) => !writersOwn.has(name)))
}

function isCode({ kind }: Inline): boolean {
  return kind === 'ph' || kind === 'pc' || kind === 'sc' || kind === 'ec' || kind === 'cp'
}

function isMarker({ kind }: Inline): boolean {
  return kind === 'mrk' || kind === 'sm' || kind === 'em'
}

/** Keys sorted, absent and undefined alike. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
