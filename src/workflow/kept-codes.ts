/** Codes that an edit of plain text may not take away: those with `canDelete="no"`, and halves whose other half stands elsewhere. */

import {
  type Code,
  type Content,
  type EndCode,
  type EndMarker,
  type Inline,
  plainText,
  type Segment,
  type StartCode,
  type StartMarker,
  segmentsOf,
  textContent,
  type Unit,
} from '../model/index.ts'

/**
 * The text as a target of this segment. Codes that must stay keep their order: where all of the old text stood inside such
 * a pair, the new text does too; else it goes where the old text began. `isReferenced`: something in the file points to that id.
 */
export function withKeptCodes(
  text: string,
  segment: Segment,
  unit: Unit,
  isReferenced: (id: string) => boolean,
): Content {
  const { source, target } = segment
  const elsewhere = new Set<string>()
  for (const other of segmentsOf(unit)) if (other !== segment) collectIds(other.target ?? [], elsewhere)
  const isNeeded = (id: string): boolean => target !== undefined && isReferenced(id)
  const now = filled(target ?? source, text, staying(target ?? source, elsewhere, isNeeded))
  const there = new Set(elsewhere)
  collectIds(now, there)
  return [
    ...now,
    ...kept(
      source,
      staying(source, there, () => false),
    ),
  ]
}

/** Says whether a code of this content stays. */
type Stays = (inline: Inline) => boolean

/** `elsewhere`: ids of codes that stand in targets already: they are not needed again, but the other halves of pairs are. */
function staying(content: Content, elsewhere: ReadonlySet<string>, isReferenced: (id: string) => boolean): Stays {
  const wanted = new Map<string, boolean>()
  for (const inline of flat(content)) {
    if (inline.kind === 'sc' || inline.kind === 'sm' || inline.kind === 'ec' || inline.kind === 'em') {
      const id = pairOf(inline)
      const isWanted = isMandatory(inline) || isReferenced(id) || elsewhere.has(otherHalf(inline))
      wanted.set(id, isWanted || wanted.get(id) === true)
    }
  }
  return inline => {
    switch (inline.kind) {
      case 'ph':
      case 'pc':
      case 'mrk':
        return (isMandatory(inline) || isReferenced(inline.id)) && !elsewhere.has(inline.id)
      case 'sc':
      case 'sm':
      case 'ec':
      case 'em':
        return wanted.get(pairOf(inline)) === true && !elsewhere.has(half(inline))
      case 'text':
      case 'cp':
        return false
      default:
        return inline satisfies never
    }
  }
}

type Half = StartCode | EndCode | StartMarker | EndMarker

function pairOf(inline: Half): string {
  return 'startRef' in inline && inline.startRef !== undefined ? inline.startRef : 'id' in inline ? inline.id : ''
}

function isEnd(inline: Half): boolean {
  return inline.kind === 'ec' || inline.kind === 'em'
}

/** As {@link collectIds} names the halves of a pair. */
function half(inline: Half): string {
  return `${isEnd(inline) ? 'end ' : ''}${pairOf(inline)}`
}

function otherHalf(inline: Half): string {
  return `${isEnd(inline) ? '' : 'end '}${pairOf(inline)}`
}

function isMandatory(inline: Inline): boolean {
  // Proof: only codes and markers have attributes; of these `canDelete` is a code's alone.
  const { attributes } = inline as Partial<Code>
  return attributes?.some(({ name, value }) => name === 'canDelete' && value === 'no') === true
}

function* flat(content: Content): Iterable<Inline> {
  for (const inline of content) {
    yield inline
    if (inline.kind === 'pc' || inline.kind === 'mrk') yield* flat(inline.children)
  }
}

function collectIds(content: Content, ids: Set<string>): void {
  for (const inline of flat(content)) {
    if (inline.kind === 'ec' || inline.kind === 'em') ids.add(half(inline))
    else if ('id' in inline) ids.add(inline.id)
  }
}

/** The codes that stay, without any text. */
function kept(content: Content, stays: Stays): Content {
  return content.flatMap((inline): Content => {
    const children = inline.kind === 'pc' || inline.kind === 'mrk' ? kept(inline.children, stays) : []
    if (!stays(inline)) return children
    return [inline.kind === 'pc' || inline.kind === 'mrk' ? { ...inline, children } : inline]
  })
}

function filled(content: Content, text: string, stays: Stays): Content {
  const written = (inline: Inline): boolean => /[^\s\uFFFC]/u.test(plainText([inline]))
  const first = content.findIndex(written)
  const at = first < 0 ? content.length : first
  const inline = content[at]
  const isOnly = inline !== undefined && content.findLastIndex(written) === at
  const before = kept(content.slice(0, at), stays)
  if (isOnly && (inline.kind === 'pc' || inline.kind === 'mrk')) {
    const children = filled(inline.children, text, stays)
    const here = stays(inline) ? [{ ...inline, children }] : children
    return [...before, ...here, ...kept(content.slice(at + 1), stays)]
  }
  return [...before, ...textContent(text), ...kept(content.slice(at), stays)]
}
