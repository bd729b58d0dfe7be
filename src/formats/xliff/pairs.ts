/** Codes whose other half is not in the unit are isolated: a fresh file says so. */

import type { Attribute, Content, Inline, Unit } from '../../model/index.ts'

export function pairedCodes(unit: Unit): Unit {
  const sides = (['source', 'target'] as const).map(side => {
    const starts = new Set<string>()
    const ends = new Set<string>()
    for (const part of unit.parts) collect(part[side] ?? [], starts, ends)
    return { starts, ends }
  })
  const [source, target] = sides
  if (sides.every(({ starts, ends }) => starts.size === ends.size && [...starts].every(id => ends.has(id)))) return unit
  return {
    ...unit,
    // Proof: only contents change.
    parts: unit.parts.map(part => ({
      ...part,
      source: isolate(part.source, source?.starts, source?.ends),
      ...(part.target === undefined ? {} : { target: isolate(part.target, target?.starts, target?.ends) }),
    })) as Unit['parts'],
  }
}

function collect(content: Content, starts: Set<string>, ends: Set<string>): void {
  for (const inline of content) {
    if (inline.kind === 'sc' && inline.isolated !== true) starts.add(inline.id)
    else if (inline.kind === 'ec' && inline.isolated !== true) ends.add(inline.startRef ?? inline.id)
    else if (inline.kind === 'pc' || inline.kind === 'mrk') collect(inline.children, starts, ends)
  }
}

function isolate(
  content: Content,
  starts: ReadonlySet<string> = new Set(),
  ends: ReadonlySet<string> = new Set(),
): Content {
  return content.map((inline): Inline => {
    if (inline.kind === 'sc' && inline.isolated !== true && !ends.has(inline.id)) return { ...inline, isolated: true }
    if (inline.kind === 'ec' && inline.isolated !== true && !starts.has(inline.startRef ?? inline.id)) {
      const { startRef: _startRef, ...code } = inline
      return { ...code, isolated: true }
    }
    if (inline.kind === 'pc' || inline.kind === 'mrk')
      return { ...inline, children: isolate(inline.children, starts, ends) }
    return inline
  })
}

const hints: ReadonlySet<string> = new Set(['canCopy', 'clone', 'canDelete', 'canReorder', 'canOverlap'])

/** The unit with every end code saying of editing what its start says: XLIFF 2 wants it so, in 1.2 only starts say it. */
export function sharedHints(unit: Unit): Unit {
  const sides = (['source', 'target'] as const).map(side => {
    const starts = new Map<string, readonly Attribute[]>()
    for (const part of unit.parts) collectHints(part[side] ?? [], starts)
    return starts
  })
  const [source, target] = sides
  if (sides.every(starts => starts.size === 0)) return unit
  return {
    ...unit,
    // Proof: only contents change.
    parts: unit.parts.map(part => ({
      ...part,
      source: withHints(part.source, source),
      ...(part.target === undefined ? {} : { target: withHints(part.target, target) }),
    })) as Unit['parts'],
  }
}

/** Hints of the start codes that say any, by id. */
function collectHints(content: Content, starts: Map<string, readonly Attribute[]>): void {
  for (const inline of content) {
    if (inline.kind === 'sc') {
      const own = inline.attributes?.filter(({ name }) => hints.has(name)) ?? []
      if (own.length > 0) starts.set(inline.id, own)
    } else if (inline.kind === 'pc' || inline.kind === 'mrk') collectHints(inline.children, starts)
  }
}

function withHints(content: Content, starts: ReadonlyMap<string, readonly Attribute[]> = new Map()): Content {
  return content.map((inline): Inline => {
    if (inline.kind === 'pc' || inline.kind === 'mrk')
      return { ...inline, children: withHints(inline.children, starts) }
    const own = inline.kind === 'ec' && inline.startRef !== undefined ? starts.get(inline.startRef) : undefined
    if (inline.kind !== 'ec' || own === undefined) return inline
    const { attributes = [] } = inline
    return { ...inline, attributes: [...own, ...attributes.filter(({ name }) => !hints.has(name))] }
  })
}
