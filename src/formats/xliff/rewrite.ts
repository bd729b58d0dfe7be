/** A changed Document over the XLIFF 2 file it was read from: what nobody changed keeps its bytes. */

import { type Document, type DocumentFile, Failure, type Group, type Unit } from '../../model/index.ts'
import { at } from '../../text/present.ts'
import { type Splice, setAttribute, splice, type XmlElement } from '../xml/index.ts'
import { headsOf, inheritedAround, tagOf } from './document.ts'
import { isEqual } from './equal.ts'
import type { XliffFile } from './file.ts'
import { lineEnd, placeIn } from './file-place.ts'
import type { Container } from './index-pass.ts'
import { indent, releaseBreaks } from './markup.ts'
import { opened, rewriteUnit } from './rewrite-unit.ts'
import { writeFile2, writeGroup2, writeUnit2 } from './write-2.ts'
import { type UnitPlace, writeNotes2 } from './write-unit-2.ts'

/**
 * Writes `document` over `file`. Units that are equal to those read keep their bytes, with the white space before them; in
 * a changed unit so do its equal segments, notes, candidates and metadata, and everything we do not model. The order of
 * units is that of `document`; what it lacks goes with its indentation.
 * @throws Failure `xliff.rewrite-version` for 1.2, `xliff.no-units`
 */
export function rewriteXliff(file: XliffFile, document: Document): Uint8Array {
  const { index } = file
  if (index.version === '1.2') throw new Failure('xliff.rewrite-version', { data: { version: index.version } })
  if (index.unitCount > 0 && !document.files.some(one => one.children.length > 0)) throw new Failure('xliff.no-units')
  const numbers = new Map(index.files.map(number => [file.reader.container(number).id, number]))
  const root = tagOfRoot(file)
  const splices: (Splice | undefined)[] = [
    language(file, root, 'srcLang', document.sourceLanguage, file.document.sourceLanguage),
    language(file, root, 'trgLang', document.targetLanguage, file.document.targetLanguage),
  ]
  const pen = penOf(file)
  const items = document.files.map(one => {
    const number = numbers.get(one.id)
    return number === undefined
      ? { text: pen.fresh(writeFile2(one, one.id, placeIn(root, index.version)), '  ') }
      : { span: at(index.containers, number), text: rewriteContainer(pen, number, number, one) }
  })
  const spans = index.files.map(number => at(index.containers, number))
  splices.push(region(index.text, root.end, spans, items, pen.margin('  ')))
  return index.encode(
    splice(
      index.text,
      splices.filter(one => one !== undefined),
    ),
  )
}

function tagOfRoot(file: XliffFile): XmlElement {
  const { index } = file
  return tagOf(index, { start: index.root.start, outerScope: index.root.scope })
}

function language(
  file: XliffFile,
  root: XmlElement,
  name: string,
  given: string | undefined,
  read: string | undefined,
): Splice | undefined {
  return given === read ? undefined : setAttribute(file.index.text, root, name, given)
}

/** Writes fresh markup as the file writes its own. */
interface Pen {
  readonly file: XliffFile
  /** Markup of {@link block}s, every line behind `by`. */
  fresh(markup: string, by: string): string
  /** What stands before a fresh element: a line break and `by`; nothing in a file on one line. */
  margin(by: string): string
}

function penOf(file: XliffFile): Pen {
  const { text, root } = file.index
  const end = lineEnd(text)
  const isOneLine = !/[\r\n]/.test(text.slice(root.start))
  return {
    file,
    fresh(markup, by) {
      const lines = indent(markup, by).slice(by.length)
      return releaseBreaks(isOneLine ? lines.replace(/\n */g, '') : lines.replaceAll('\n', end))
    },
    margin: by => (isOneLine ? '' : end + by),
  }
}

/** An old or new element of a container: its text, and where it stood. */
interface Item {
  readonly span?: { readonly start: number; readonly end: number }
  readonly text: string
}

/**
 * One splice for all the elements of a container from the first old one to the last: each with the white space (and
 * comments) that stood before it, a new one with `margin`. Undefined when nothing changes.
 */
function region(
  text: string,
  from: number,
  old: readonly { readonly start: number; readonly end: number }[],
  items: readonly Item[],
  margin: string,
): Splice | undefined {
  const leads = new Map<number, string>()
  let behind = from
  for (const { start, end } of old) {
    leads.set(start, text.slice(behind, start))
    behind = end
  }
  const [first] = leads.values()
  const own = ownMargin(first) ?? margin
  const made = items
    .map(({ span, text: markup }) => (span === undefined ? own : (leads.get(span.start) ?? own)) + markup)
    .join('')
  return made === text.slice(from, behind) ? undefined : { start: from, end: behind, text: made }
}

function ownMargin(lead: string | undefined): string | undefined {
  return lead === undefined ? undefined : (/(?:\r\n?|\n)[ \t]*$/.exec(lead)?.[0] ?? (lead === '' ? '' : undefined))
}

/** `number` of the container, and of the file it is in. */
function rewriteContainer(pen: Pen, number: number, file: number, node: Group | DocumentFile): string {
  const { index, reader } = pen.file
  const container = at(index.containers, number)
  const { text } = index
  const tag = tagOf(index, container)
  const place = placeIn(tag, index.version)
  const by = marginOf(text, container.start)
  const heads = headsOf(index, container)
  const splices: (Splice | undefined)[] = [notesSplice(pen, number, tag, heads, node, place, by)]
  const old = container.children.map(child => (child >= 0 ? index.unitSpan(child) : at(index.containers, ~child)))
  const first = old[0]?.start ?? container.end
  const from = Math.max(tag.end, ...heads.filter(head => head.end <= first).map(head => head.end))
  const groups = new Map<string, number>()
  for (const child of container.children) if (child < 0) groups.set(reader.container(~child).id, ~child)
  const around: Around = { container, file, groups, place, by: `${by}  ` }
  const items = node.children.map(child => rewriteChild(pen, around, child))
  splices.push(region(text, from, old, items, pen.margin(`${by}  `)))
  const own = splices.filter(one => one !== undefined)
  if (own.length === 0) return text.slice(container.start, container.end)
  if (tag.isSelfClosing) {
    const added = own.map(one => one.text).join('')
    return `${opened(text.slice(tag.start, tag.end))}${added}${pen.margin(by)}</${tag.name}>`
  }
  const shifted = own.map(({ start, end, text: added }) => ({
    start: start - container.start,
    end: end - container.start,
    text: added,
  }))
  return splice(text.slice(container.start, container.end), shifted)
}

/** The blanks a line begins with, when `start` is the first thing on it. */
export function marginOf(text: string, start: number): string {
  return /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, start - 200), start))?.[1] ?? ''
}

function notesSplice(
  pen: Pen,
  number: number,
  tag: XmlElement,
  heads: readonly XmlElement[],
  node: Group | DocumentFile,
  place: UnitPlace,
  by: string,
): Splice | undefined {
  const { index, reader } = pen.file
  if (isEqual(reader.container(number).notes, node.notes)) return undefined
  const old = heads.find(head => head.local === 'notes' && head.uri === index.uri)
  const made = node.notes.length === 0 ? '' : pen.fresh(writeNotes2(node.notes, place), `${by}  `)
  if (old !== undefined) {
    const before = index.text.slice(Math.max(0, old.start - 200), old.start)
    const lead = made === '' ? before.length - before.trimEnd().length : 0
    return { start: old.start - lead, end: old.end, text: made }
  }
  const offset = heads.at(-1)?.end ?? tag.end
  return { start: offset, end: offset, text: pen.margin(`${by}  `) + made }
}

/** What a child needs to know of the container it stands in. */
interface Around {
  readonly container: Container
  readonly file: number
  /** Old groups by id. */
  readonly groups: ReadonlyMap<string, number>
  readonly place: UnitPlace
  readonly by: string
}

function rewriteChild(pen: Pen, { container, file, groups, place, by }: Around, child: Group | Unit): Item {
  const { index, reader } = pen.file
  if (child.kind === 'group') {
    const number = groups.get(child.id)
    if (number !== undefined)
      return { span: at(index.containers, number), text: rewriteContainer(pen, number, file, child) }
    return { text: pen.fresh(writeGroup2(child, place, inheritedAround(index, container)), by) }
  }
  const number = index.unitById(file, child.id)
  if (number === undefined) {
    return { text: pen.fresh(writeUnit2(child, place, inheritedAround(index, container), child.id), by) }
  }
  const span = index.unitSpan(number)
  const read = reader.unit(number)
  const isSame = child === read || isEqual(child, read)
  return { span, text: isSame ? index.text.slice(span.start, span.end) : rewriteUnit(index, number, read, child) }
}
