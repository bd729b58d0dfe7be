/** Content to segments and ignorables: codes do not end a sentence, and go to the side the rules name. */

import type { Content, Inline, PairedCode } from '../model/index.ts'
import { type Segmented, type SegmentOptions, segment } from './segment.ts'

/** A stretch of a unit's content: a sentence, or what stands between two. Joined in order they give the content back. */
export interface ContentPiece {
  readonly kind: 'segment' | 'ignorable'
  readonly content: Content
  /** With `explain`: the rule that has cut behind this sentence. */
  readonly rule?: string
}

/** Where codes at a cut go: `true` to the sentence before, `false` to the one after. */
export interface FormatHandles {
  readonly start: boolean
  readonly end: boolean
  readonly isolated: boolean
}

/** What SRX 2.0 says when a file says nothing. */
export const standardFormatHandles: FormatHandles = { start: false, end: true, isolated: false }

/**
 * Cuts the content of a unit into pieces. Codes are invisible to the rules. A `pc` that goes over a cut becomes `sc` and
 * `ec`, a `mrk` becomes `sm` and `em`, with the same ids. A content without text is one ignorable.
 */
export function segmentContent(content: Content, options: SegmentOptions): ContentPiece[] {
  const atoms = atomsOf(content)
  const text = atoms.map(atom => (atom.kind === 'text' ? atom.text : '')).join('')
  const pieces: ContentPiece[] = []
  if (atoms.length === 0) return pieces
  const segments = segment(text, options)
  const handles = options.rules?.formatHandles ?? standardFormatHandles
  let from: Mark = { offset: 0, atom: 0 }
  segments.forEach((sentence, i) => {
    const start = i === 0 ? startMark(atoms, sentence) : from
    const next = segments[i + 1]
    const [end, nextStart] = next === undefined ? endMarks(atoms, sentence) : gapMarks(atoms, sentence, next, handles)
    push(pieces, 'ignorable', i === 0 ? between(atoms, from, start) : [])
    push(pieces, 'segment', between(atoms, start, end), sentence.rule)
    push(pieces, 'ignorable', between(atoms, end, nextStart))
    from = nextStart
  })
  if (segments.length === 0)
    push(pieces, 'ignorable', between(atoms, from, { offset: text.length, atom: atoms.length }))
  return pieces
}

function push(pieces: ContentPiece[], kind: ContentPiece['kind'], atoms: readonly Atom[], rule?: string): void {
  if (atoms.length > 0) pieces.push({ kind, content: assemble(atoms), ...(rule === undefined ? {} : { rule }) })
}

/** Content without nesting: text, or one inline; a `pc` and a `mrk` are two atoms of one owner. */
type Atom =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'inline'; readonly inline: Inline; readonly start: number }
  | { readonly kind: 'open'; readonly owner: Owner; readonly start: number }
  | { readonly kind: 'close'; readonly owner: Owner; readonly start: number }

type Owner = Extract<Inline, { readonly children: Content }>

function atomsOf(content: Content): readonly Atom[] {
  const atoms: Atom[] = []
  let offset = 0
  // A stack of our own: files nest codes deeper than the call stack is.
  const stack: { readonly items: Content; i: number; readonly owner?: Owner }[] = [{ items: content, i: 0 }]
  for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
    const inline = top.items[top.i++]
    if (inline === undefined) {
      if (top.owner !== undefined) atoms.push({ kind: 'close', owner: top.owner, start: offset })
      stack.pop()
    } else if (inline.kind === 'text') {
      if (inline.text !== '') atoms.push({ kind: 'text', text: inline.text, start: offset })
      offset += inline.text.length
    } else if (inline.kind === 'pc' || inline.kind === 'mrk') {
      atoms.push({ kind: 'open', owner: inline, start: offset })
      stack.push({ items: inline.children, i: 0, owner: inline })
    } else atoms.push({ kind: 'inline', inline, start: offset })
  }
  return atoms
}

/** A place between two atoms, or inside a text: `atom` is the index of the first atom after it or cut by it. */
interface Mark {
  readonly offset: number
  readonly atom: number
}

/** Codes before the first sentence belong to it; white space before them does not. */
function startMark(atoms: readonly Atom[], sentence: Segmented): Mark {
  const first = atoms.findIndex(atom => atom.kind !== 'text')
  const code = atoms[first]
  if (code !== undefined && code.start <= sentence.start) return { offset: code.start, atom: first }
  return markAt(atoms, sentence.start)
}

/** The last sentence takes the codes behind it. */
function endMarks(atoms: readonly Atom[], sentence: Segmented): readonly [Mark, Mark] {
  const all: Mark = { offset: Number.POSITIVE_INFINITY, atom: atoms.length }
  let last = -1
  for (let i = atoms.length - 1; i >= 0 && last < 0; i--) {
    const atom = atoms[i]
    if (atom !== undefined && atom.kind !== 'text') last = i
  }
  const code = atoms[last]
  if (code !== undefined && code.start >= sentence.end) return [{ offset: code.start, atom: last + 1 }, all]
  return [markAt(atoms, sentence.end), all]
}

/**
 * Between two sentences: the first ends behind the last code that wants to go before, the second begins at the first
 * code after that.
 *
 *     One.</b> <i>Two.
 *         ^^^^ ^^^
 *         end  start
 */
function gapMarks(
  atoms: readonly Atom[],
  sentence: Segmented,
  next: Segmented,
  handles: FormatHandles,
): readonly [Mark, Mark] {
  let end = markAt(atoms, sentence.end)
  const inGap: number[] = []
  for (let i = end.atom; i < atoms.length; i++) {
    const atom = atoms[i]
    if (atom === undefined || atom.start > next.start) break
    if (atom.kind !== 'text' && atom.start >= sentence.end) inGap.push(i)
  }
  let taken = 0
  inGap.forEach((index, k) => {
    const atom = atoms[index]
    if (atom !== undefined && goesBefore(atom, handles)) {
      end = { offset: atom.start, atom: index + 1 }
      taken = k + 1
    }
  })
  const first = inGap[taken]
  const firstAtom = first === undefined ? undefined : atoms[first]
  if (first !== undefined && firstAtom !== undefined) return [end, { offset: firstAtom.start, atom: first }]
  const start = markAt(atoms, next.start)
  // A code taken by the first sentence may stand right before the second.
  return [end, start.atom < end.atom ? { offset: Math.max(start.offset, end.offset), atom: end.atom } : start]
}

function goesBefore(atom: Atom, handles: FormatHandles): boolean {
  switch (atom.kind) {
    case 'text':
      return false
    case 'open':
      return atom.owner.kind === 'pc' && handles.start
    case 'close':
      return atom.owner.kind === 'mrk' || handles.end
    case 'inline':
      return inlineGoesBefore(atom.inline, handles)
    default:
      return atom satisfies never
  }
}

function inlineGoesBefore(inline: Inline, handles: FormatHandles): boolean {
  switch (inline.kind) {
    case 'sc':
      return inline.isolated === true ? handles.isolated : handles.start
    case 'ec':
      return inline.isolated === true ? handles.isolated : handles.end
    case 'em':
      return true
    case 'ph':
    case 'cp':
      return handles.isolated
    default:
      return false
  }
}

/** The place of a text offset, before any code that stands there. */
function markAt(atoms: readonly Atom[], offset: number): Mark {
  let low = 0
  let high = atoms.length
  // The first atom that ends behind the offset, or starts at it.
  while (low < high) {
    const middle = (low + high) >> 1
    const atom = atoms[middle]
    if (
      atom !== undefined &&
      (atom.start >= offset || (atom.kind === 'text' && atom.start + atom.text.length > offset))
    )
      high = middle
    else low = middle + 1
  }
  return { offset, atom: low }
}

function between(atoms: readonly Atom[], from: Mark, to: Mark): readonly Atom[] {
  const part: Atom[] = []
  for (let i = from.atom; i <= to.atom && i < atoms.length; i++) {
    const atom = atoms[i]
    if (atom === undefined) continue
    if (atom.kind !== 'text') {
      if (i < to.atom) part.push(atom)
      continue
    }
    const text = atom.text.slice(Math.max(0, from.offset - atom.start), Math.max(0, to.offset - atom.start))
    if (text !== '') part.push({ kind: 'text', text, start: Math.max(atom.start, from.offset) })
  }
  return part
}

/** Atoms back to content: an owner whose both ends are here nests again, else each end stands alone. */
function assemble(atoms: readonly Atom[]): Content {
  const opened = new Set<Owner>()
  const whole = new Set<Owner>()
  for (const atom of atoms) {
    if (atom.kind === 'open') opened.add(atom.owner)
    else if (atom.kind === 'close' && opened.has(atom.owner)) whole.add(atom.owner)
  }
  const levels: Inline[][] = [[]]
  for (const atom of atoms) {
    const level = levels[levels.length - 1]
    if (level === undefined) break
    if (atom.kind === 'text') level.push({ kind: 'text', text: atom.text })
    else if (atom.kind === 'inline') level.push(atom.inline)
    else if (!whole.has(atom.owner)) level.push(atom.kind === 'open' ? startOf(atom.owner) : endOf(atom.owner))
    else if (atom.kind === 'open') levels.push([])
    else {
      levels.pop()
      levels[levels.length - 1]?.push({ ...atom.owner, children: level })
    }
  }
  return levels[0] ?? []
}

function startOf(owner: Owner): Inline {
  if (owner.kind === 'mrk') {
    const { children: _, ...annotation } = owner
    return { ...annotation, kind: 'sm' }
  }
  const { children: _, dataEnd: _end, dataRefEnd: _refEnd, ...code } = owner
  return { ...code, kind: 'sc' }
}

function endOf(owner: Owner): Inline {
  if (owner.kind === 'mrk') return { kind: 'em', startRef: owner.id }
  return { kind: 'ec', id: owner.id, startRef: owner.id, ...endData(owner) }
}

function endData(code: PairedCode): { readonly data?: string; readonly dataRef?: string } {
  return {
    ...(code.dataEnd === undefined ? {} : { data: code.dataEnd }),
    ...(code.dataRefEnd === undefined ? {} : { dataRef: code.dataRefEnd }),
  }
}
