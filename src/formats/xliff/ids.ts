/** Ids that XLIFF 2 accepts: NMTOKENs, each once in its scope. */

import type { Content, Inline, Unit } from '../../model/index.ts'

/** XML 1.0 NameChar, all of it. */
const nameToken =
  /^[-.:\w\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]+$/u

export function isNameToken(text: string): boolean {
  return nameToken.test(text)
}

/** Gives out ids of one scope. */
export interface IdScope {
  /** `wanted` itself when it is free and an NMTOKEN, else the first free `prefix` + number. */
  take(wanted: string | undefined, prefix: string): string
}

export function idScope(reserved: Iterable<string> = []): IdScope {
  const taken = new Set(reserved)
  const next = new Map<string, number>()
  return {
    take(wanted, prefix) {
      let id = wanted ?? ''
      if (!isNameToken(id) || taken.has(id)) {
        let number = next.get(prefix) ?? 1
        while (taken.has(`${prefix}${number}`)) number++
        next.set(prefix, number + 1)
        id = `${prefix}${number}`
      }
      taken.add(id)
      return id
    },
  }
}

/**
 * The unit with ids that are unique among its segments, ignorables and inline codes. Codes of a target keep the id of
 * their source. A unit whose ids are right already comes back with the same ids.
 */
export function uniqueIds(unit: Unit): Unit {
  // Segment ids go first: notes and candidates name them.
  const own = new Set<string>()
  for (const part of unit.parts) if (part.id !== undefined && isNameToken(part.id)) own.add(part.id)
  const renamed = new Map<string, string>()
  const claimed = new Set<string>()
  const scope = idScope(own)
  const starts = new Map<string, string>()
  const parts = unit.parts.map(part => {
    let { id } = part
    if (id !== undefined) {
      if (!own.has(id) || claimed.has(id)) {
        const made = scope.take(undefined, part.kind === 'segment' ? 's' : 'i')
        if (!claimed.has(id) && !renamed.has(id)) renamed.set(id, made)
        id = made
      }
      claimed.add(id)
    }
    const codes = new Map<string, string>()
    const source = rename(part.source, codes, starts, scope)
    const target = part.target === undefined ? undefined : rename(part.target, codes, starts, scope)
    return { ...part, ...(id === undefined ? {} : { id }), source, ...(target === undefined ? {} : { target }) }
  })
  const refer = (ref: string): string => renamed.get(ref) ?? ref
  return {
    ...unit,
    // Proof: each part keeps its kind, and a segment's id is a string in and out.
    parts: parts as Unit['parts'],
    candidates: unit.candidates.map(candidate => ({ ...candidate, ref: refer(candidate.ref) })),
    notes: unit.notes.map(note => (note.ref === undefined ? note : { ...note, ref: refer(note.ref) })),
  }
}

/** `codes`: old → new within the part; `starts`: the newest name of each start code or marker of the unit. */
function rename(content: Content, codes: Map<string, string>, starts: Map<string, string>, scope: IdScope): Content {
  const seen = new Set<string>()
  const take = (kind: string, id: string, prefix: string): string => {
    // The same code once more on the same side is another code; on the other side it is the same.
    const key = `${kind} ${id}`
    const known = seen.has(key) ? undefined : codes.get(key)
    seen.add(key)
    const made = known ?? scope.take(id, prefix)
    codes.set(key, made)
    return made
  }
  const walk = (inline: Inline): Inline => {
    switch (inline.kind) {
      case 'text':
      case 'cp':
        return inline
      case 'ph':
        return { ...inline, id: take('ph', inline.id, 'c') }
      case 'pc':
        return { ...inline, id: take('pc', inline.id, 'c'), children: inline.children.map(walk) }
      case 'mrk':
        return { ...inline, id: take('mrk', inline.id, 'm'), children: inline.children.map(walk) }
      case 'sc':
      case 'sm': {
        const id = take(inline.kind, inline.id, inline.kind === 'sc' ? 'c' : 'm')
        starts.set(`${inline.kind} ${inline.id}`, id)
        return { ...inline, id }
      }
      case 'em':
        return { ...inline, startRef: starts.get(`sm ${inline.startRef}`) ?? inline.startRef }
      case 'ec': {
        if (inline.startRef === undefined) return { ...inline, id: take('ec', inline.id, 'c') }
        const startRef = starts.get(`sc ${inline.startRef}`) ?? inline.startRef
        return { ...inline, id: startRef, startRef }
      }
    }
  }
  return content.map(walk)
}
