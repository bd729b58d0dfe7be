/** The Document of an indexed file. Units are made when asked for, so that opening is fast and memory small. */

import {
  type DocumentFile,
  Failure,
  type Finding,
  type Group,
  type Language,
  language,
  type Place,
  type Skeleton,
  type Unit,
} from '../../model/index.ts'
import { present } from '../../text/present.ts'
import { attributeOf, childElements, findChild, scanElement, scanTag, type XmlElement } from '../xml/index.ts'
import { optional, otherAttributes, value, valueOrEmpty } from './attributes.ts'
import { formatFinding } from './finding.ts'
import { foreignContent, foreignIn, isDocumentElement } from './foreign.ts'
import type { Container, XliffIndex } from './index-pass.ts'
import { lazyList } from './lazy-list.ts'
import { xliff20Uri } from './namespaces.ts'
import { type Inherited, inherit, readNotes, readUnit2 } from './unit-2.ts'
import { readNotes12, readUnit12 } from './unit-12.ts'

/** The units of a file as asked for by number. */
export interface UnitReader {
  unit(number: number): Unit
  container(number: number): Group | DocumentFile
}

/** A file with more units than this keeps only the last few read: all would not fit in the memory a large file may take. */
const smallFile = 20_000
/** Enough for neighbours to be looked at; few enough to die young: with 256 V8 takes 32 MB more for what is new. */
const unitsKept = 16

export function unitReader(index: XliffIndex): UnitReader {
  const units = new Map<number, Unit>()
  const inherited = new Map<number, Inherited>()

  const inheritedBy = (number: number): Inherited => {
    const container = index.containers[number]
    if (container === undefined) return rootInherits(index)
    let found = inherited.get(number)
    if (found === undefined) {
      found = inherit(tagOf(index, container), inheritedBy(container.parent))
      inherited.set(number, found)
    }
    return found
  }

  const unit = (number: number): Unit => {
    const known = units.get(number)
    if (known !== undefined) return known
    const element = unitElement(index, number)
    const around = inheritedBy(index.unitContainer(number))
    const made = index.version === '1.2' ? readUnit12(element, around, index.flavour) : readUnit2(element, around)
    if (index.unitCount > smallFile && units.size >= unitsKept) {
      for (const oldest of units.keys()) {
        units.delete(oldest)
        break
      }
    }
    units.set(number, made)
    return made
  }

  const containers = new Map<number, Group | DocumentFile>()
  const container = (number: number): Group | DocumentFile => {
    const known = containers.get(number)
    if (known !== undefined) return known
    const made = makeContainer(number)
    containers.set(number, made)
    return made
  }
  const makeContainer = (number: number): Group | DocumentFile => {
    const found = present(index.containers[number])
    const children = lazyList(found.children.length, i => {
      const child = present(found.children[i])
      // Proof: only files have no parent, and they are nobody's children.
      return child >= 0 ? unit(child) : (container(~child) as Group)
    })
    return found.kind === 'file' ? readFile(index, found, children) : readGroup(index, found, children)
  }

  return { unit, container }
}

/** Trees kept a file: places are asked for, and edits made, in one unit after the other. */
const treesKept = 8

/** The tree of one unit. */
export function unitElement(index: XliffIndex, unit: number): XmlElement {
  const known = index.trees.get(unit)
  if (known !== undefined) return known
  const { scope } = present(index.containers[index.unitContainer(unit)])
  const made = scanElement(index.text, index.unitSpan(unit), scope)
  if (index.trees.size >= treesKept) index.trees.clear()
  index.trees.set(unit, made)
  return made
}

function rootInherits(index: XliffIndex): Inherited {
  const root = scanTag(index.text, index.root.start, index.root.scope)
  return { translate: true, canResegment: true, preserveSpace: value(root, 'xml:space') === 'preserve' }
}

/** What units in a container have from it and from what is around it. */
export function inheritedAround(index: XliffIndex, container: Container): Inherited {
  const outer = index.containers[container.parent]
  return inherit(tagOf(index, container), outer === undefined ? rootInherits(index) : inheritedAround(index, outer))
}

/** A container's start tag. */
export function tagOf(index: XliffIndex, container: Pick<Container, 'start' | 'outerScope'>): XmlElement {
  return scanTag(index.text, container.start, container.outerScope)
}

/** The elements of a container that are no unit and no group. */
export function headsOf(index: XliffIndex, container: Container): readonly XmlElement[] {
  return container.heads.map(span => scanElement(index.text, span, container.scope))
}

const groupKnown = { '1.2': new Set(['id', 'resname']), '2': new Set(['id', 'name']) }
const fileKnown = new Set(['id', 'original', 'source-language', 'target-language'])

function readGroup(index: XliffIndex, container: Container, children: readonly (Group | Unit)[]): Group {
  const tag = tagOf(index, container)
  const heads = headsOf(index, container)
  return {
    kind: 'group',
    id: valueOrEmpty(tag, 'id'),
    ...optional('name', value(tag, index.version === '1.2' ? 'resname' : 'name')),
    notes: notesOf(index, heads),
    ...otherAttributes(tag, groupKnown[index.version === '1.2' ? '1.2' : '2']),
    ...foreignIn(
      heads.filter(head => !isRead(index, head)),
      index.uri,
    ),
    children,
  }
}

function readFile(index: XliffIndex, container: Container, children: readonly (Group | Unit)[]): DocumentFile {
  const tag = tagOf(index, container)
  const heads = headsOf(index, container)
  const is12 = index.version === '1.2'
  const header = is12 ? heads.find(head => head.local === 'header') : undefined
  const skeleton = is12
    ? header && findChild(header, 'skl')
    : heads.find(head => head.local === 'skeleton' && head.uri === index.uri)
  const inside = header === undefined ? heads : [...childElements(header), ...heads.filter(head => head !== header)]
  const position = index.files.findIndex(file => index.containers[file] === container) + 1
  return {
    kind: 'file',
    // 1.2 files have no id of their own: they are counted.
    id: (is12 ? attributeOf(tag, 'id', xliff20Uri) : value(tag, 'id')) ?? `f${position}`,
    ...optional('original', value(tag, 'original')),
    notes: notesOf(index, inside),
    ...optional('skeleton', skeleton === undefined ? undefined : readSkeleton(index, skeleton)),
    ...otherAttributes(tag, fileKnown),
    ...foreignIn(
      inside.filter(head => head !== skeleton && !isRead(index, head) && !isDocumentElement(head)),
      index.uri,
    ),
    children,
  }
}

/** Notes are read; in 1.2 each stands by itself. */
function isRead(index: XliffIndex, { local, uri }: XmlElement): boolean {
  return uri === index.uri && local === (index.version === '1.2' ? 'note' : 'notes')
}

function notesOf(index: XliffIndex, heads: readonly XmlElement[]): Group['notes'] {
  if (index.version === '1.2') return readNotes12(heads)
  return readNotes(heads.find(head => head.local === 'notes' && head.uri === index.uri))
}

function readSkeleton(index: XliffIndex, skeleton: XmlElement): Skeleton {
  const external = findChild(skeleton, 'external-file')
  const internal = findChild(skeleton, 'internal-file')
  const href = value(external ?? skeleton, 'href')
  const holder = internal ?? skeleton
  const text = href === undefined ? index.text.slice(holder.contentStart, holder.contentEnd) : ''
  const content = text.includes('<') ? foreignContent(holder, index.uri) : []
  return {
    ...optional('href', href),
    ...(text === '' ? {} : { text }),
    ...(content.some(child => typeof child !== 'string') ? { content } : {}),
  }
}

/**
 * A language as the file gives it; `ru_RU` is read as `ru-RU` with a warning.
 * @throws Failure `language.invalid-tag` with its place
 */
export function readLanguage(
  index: XliffIndex,
  element: XmlElement,
  attribute: string,
  warn: (finding: Finding) => void,
): Language | undefined {
  const found = element.attributes.find(({ name }) => name === attribute)
  if (found === undefined || found.value.trim() === '') return undefined
  const placeOf = (): Place => index.lines.place(index.name, { start: found.valueStart, end: found.valueEnd })
  const tag = found.value.trim().replaceAll('_', '-')
  const made = languageAt(tag, placeOf)
  if (tag !== found.value) {
    warn(
      formatFinding('xliff/language-spelling', {
        level: 'warning',
        place: placeOf(),
        data: { found: found.value, expected: made },
      }),
    )
  }
  return made
}

function languageAt(tag: string, placeOf: () => Place): Language {
  try {
    return language(tag)
  } catch (cause) {
    throw new Failure('language.invalid-tag', { data: { tag }, place: placeOf(), cause })
  }
}
