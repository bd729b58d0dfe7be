/** What stands in an XLIFF file and has no place in the model: a file that is written anew lacks it. */

import type { Span } from '../../model/index.ts'
import type { Unread } from '../reading.ts'
import { type NamespaceScope, parseXml, type QualifiedName, unboundUri, type XmlAttributes } from '../xml/index.ts'
import type { XliffFile } from './file.ts'
import { moduleUris } from './namespaces.ts'

/** Elements and their attributes that are read; `*` stands for all, those of other vocabularies too. */
const read2: Readonly<Record<string, string>> = {
  xliff: '*',
  file: '*',
  group: '*',
  unit: '*',
  skeleton: 'href',
  notes: '',
  note: '*',
  segment: '*',
  ignorable: 'id',
  source: 'xml:space',
  target: 'xml:space order',
  originalData: '',
  data: 'id xml:space',
  ph: '*',
  pc: '*',
  sc: '*',
  ec: '*',
  cp: 'hex',
  mrk: '*',
  sm: '*',
  em: 'startRef',
  'mtc:matches': '',
  'mtc:match': '*',
  'mda:metadata': '',
  'mda:metaGroup': 'id category appliesTo',
  'mda:meta': 'type',
}

const read12: Readonly<Record<string, string>> = {
  xliff: '*',
  file: '*',
  header: '',
  skl: '',
  'internal-file': '',
  'external-file': 'href',
  body: '',
  group: '*',
  'trans-unit': '*',
  'alt-trans': '*',
  note: '*',
  source: 'xml:space xliff2:canResegment tilmash:state tilmash:subState',
  'seg-source': 'xml:space',
  target: 'xml:space state state-qualifier',
  g: '*',
  x: '*',
  bx: '*',
  ex: '*',
  ph: '*',
  bpt: '*',
  ept: '*',
  it: '*',
  mrk: '*',
  'mda:metadata': '',
  'mda:metaGroup': 'id category appliesTo',
  'mda:meta': 'type',
}
/** A segment's mark is read for its id and what we write on it. */
const segmentMark = 'mtype mid tilmash:state tilmash:subState xliff2:canResegment'
/** Sides of a candidate are read for their text. */
const candidateSide = 'xml:space'

/** Elements of 1.2 that are kept as they stand. */
const kept12 = new Set('phase-group glossary reference count-group prop-group tool context-group bin-unit'.split(' '))
/** Where elements of other vocabularies are kept as they stand. */
const keepsForeign = new Set('xliff file group unit skeleton mtc:match header trans-unit alt-trans'.split(' '))

/** Read with their parts where the unit is; kept as they stand elsewhere. */
const modules = new Map<string, string>([
  [moduleUris.mtc, 'mtc:'],
  [moduleUris.mda, 'mda:'],
])
const holdsModules = new Set(['unit', 'trans-unit', 'mtc:matches', 'mda:metadata', 'mda:metaGroup'])

/** In the order of the file. Comments and processing instructions have the place of the tag before them. */
export function unreadXliff(file: XliffFile): readonly Unread[] {
  const { text, uri, version } = file.index
  const table = version === '1.2' ? read12 : read2
  const { sourceLanguage, targetLanguage } = file.document
  const languages = new Set([sourceLanguage.toLowerCase(), targetLanguage?.toLowerCase()])
  const found: Unread[] = []
  /** Names of the open elements that are read; undefined for one that is not, whose inside does not count. */
  const stack: (string | undefined)[] = []
  let unit: string | undefined
  let tag: Span = { start: 0, end: 0 }
  let data = new Map<string, Span>()
  const report = (kind: Unread['kind'], name: string): void => {
    found.push({ kind, name, span: tag, ...(unit === undefined ? {} : { unit }) })
  }
  const hear = (): void => report('comment', '')
  parseXml(
    text,
    { file: file.name },
    {
      open(element, attributes, start, end, _isSelfClosing, scope) {
        const parent = stack.length === 0 ? '' : stack.at(-1)
        if (parent === undefined) {
          stack.push(undefined)
          return
        }
        tag = { start, end }
        const name = nameOf(element, uri, parent)
        const known = table[name]
        if (known === undefined) {
          if (!isKept(name, parent)) report('element', element.name)
          stack.push(undefined)
          return
        }
        if (name === 'unit' || name === 'trans-unit') {
          unit = attributes.get('id')
          data = new Map()
        }
        if (name === 'data') data.set(attributes.get('id') ?? '', tag)
        const isMark = name === 'mrk' && version === '1.2' && attributes.get('mtype') === 'seg'
        const isCandidate = parent === 'alt-trans' || parent === 'mtc:match'
        const isSide = isCandidate && (name === 'source' || name === 'target')
        const read = isMark ? segmentMark : isSide ? candidateSide : known
        for (const attribute of unread(attributes, read, scope)) {
          // The language of the file is no news.
          if (attribute === 'xml:lang' && languages.has(attributes.get(attribute)?.toLowerCase())) continue
          report('attribute', `${element.name}/@${attribute}`)
        }
        for (const ref of references) data.delete(attributes.get(ref) ?? '')
        stack.push(name)
      },
      close() {
        const name = stack.pop()
        if (name !== 'unit' && name !== 'trans-unit') return
        for (tag of data.values()) report('element', 'data')
        unit = undefined
      },
      comment: hear,
      instruction: hear,
    },
  )
  return found
}

const references = ['dataRef', 'dataRefStart', 'dataRefEnd']

/** The name in the tables; of other vocabularies one that is not there. */
function nameOf(element: QualifiedName, coreUri: string, parent: string): string {
  if (element.uri === coreUri) return element.local
  return holdsModules.has(parent) ? (modules.get(element.uri) ?? '?') + element.local : `?${element.local}`
}

function isKept(name: string, parent: string): boolean {
  return name.startsWith('?') ? keepsForeign.has(parent) : kept12.has(name)
}

/** The attributes that are not read; those with a prefix that nothing declares cannot be kept. */
function* unread(attributes: XmlAttributes, known: string, scope: NamespaceScope): Generator<string> {
  const names = known === '*' ? undefined : known.split(' ')
  for (const { name } of attributes.list()) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue
    const isRead = names === undefined ? !scope.attribute(name).uri.startsWith(unboundUri) : names.includes(name)
    if (!isRead) yield name
  }
}
