/** Writes i18next JSON (v4): one language, keys nested as the groups of the document are. */

import {
  type Content,
  type Document,
  type Group,
  type Inline,
  type Side,
  segmentsOf,
  type Unit,
} from '../../model/index.ts'
import { encodeText } from '../plain/index.ts'

/** What JSON cannot hold of a document. */
export type I18nextLoss =
  | 'states'
  | 'notes'
  | 'segmentation'
  | 'codes'
  | 'candidates'
  | 'metadata'
  | 'untranslated'
  | 'duplicate-keys'

export interface WriteI18nextOptions {
  /** Which side of the document. Default: target where the document has one. */
  readonly side?: Side
  /** Hears of each kind of loss, with the unit's id. */
  readonly onLoss?: (what: I18nextLoss, unit: string) => void
}

/** Bytes in UTF-8. A unit without target is left out: i18next falls back to the source. */
export function writeI18next(document: Document, options: WriteI18nextOptions = {}): Uint8Array {
  const { side = document.targetLanguage === undefined ? 'source' : 'target', onLoss = () => {} } = options
  const root: Tree = new Map()
  const several = document.files.length > 1
  for (const file of document.files) {
    const tree = several ? branch(root, file.id) : root
    write(file.children, '', tree ?? root, side, onLoss)
  }
  return encodeText(`${toText(root, '')}\n`)
}

/** Maps, not objects: keys like `__proto__` and `1` keep their meaning and order. */
type Tree = Map<string, Tree | string>

function write(
  children: readonly (Group | Unit)[],
  prefix: string,
  tree: Tree,
  side: Side,
  onLoss: (what: I18nextLoss, unit: string) => void,
): void {
  for (const child of children) {
    const key = ownKey(child, prefix)
    if (child.kind === 'group') {
      if (child.notes.length > 0) onLoss('notes', child.id)
      const inner = branch(tree, key)
      if (inner === undefined) onLoss('duplicate-keys', child.id)
      else write(child.children, `${prefix}${key}.`, inner, side, onLoss)
      continue
    }
    const text = unitText(child, side, onLoss)
    if (text === undefined) onLoss('untranslated', child.id)
    else if (tree.has(key)) onLoss('duplicate-keys', child.id)
    else tree.set(key, text)
  }
}

/**
 * The key of a group or unit in its group. A name is a key (`resname`); else the id is one. Units in groups may carry the
 * whole path, as `readI18next` makes it: what repeats the groups is cut off.
 */
function ownKey(child: Group | Unit, prefix: string): string {
  const key = child.name ?? child.id
  return prefix !== '' && key.startsWith(prefix) && key.length > prefix.length ? key.slice(prefix.length) : key
}

function branch(tree: Tree, key: string): Tree | undefined {
  const found = tree.get(key)
  if (typeof found === 'string') return undefined
  if (found !== undefined) return found
  const inner: Tree = new Map()
  tree.set(key, inner)
  return inner
}

function unitText(unit: Unit, side: Side, onLoss: (what: I18nextLoss, unit: string) => void): string | undefined {
  const segments = segmentsOf(unit)
  if (segments.length > 1) onLoss('segmentation', unit.id)
  if (unit.notes.length > 0) onLoss('notes', unit.id)
  if (unit.candidates.length > 0) onLoss('candidates', unit.id)
  if (unit.metadata.length > 0) onLoss('metadata', unit.id)
  if (
    segments.some(
      ({ state, subState, target }) =>
        subState !== undefined || state !== (target === undefined ? 'initial' : 'translated'),
    )
  ) {
    onLoss('states', unit.id)
  }
  if (side === 'target' && segments.every(segment => segment.target === undefined)) return undefined
  if (side === 'target' && segments.some(segment => segment.target === undefined)) onLoss('untranslated', unit.id)
  return unit.parts
    .map(part => {
      const content = side === 'source' ? part.source : (part.target ?? (part.kind === 'ignorable' ? part.source : []))
      if (hasCode(content)) onLoss('codes', unit.id)
      return codeText(content)
    })
    .join('')
}

function hasCode(content: Content): boolean {
  return content.some(inline => inline.kind !== 'text')
}

/** The text with the codes' own data where the document tells it. */
export function codeText(content: Content): string {
  return content.map(inlineText).join('')
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'ph':
    case 'sc':
    case 'ec':
      return inline.data ?? inline.equiv ?? ''
    case 'pc':
      return (inline.data ?? '') + codeText(inline.children) + (inline.dataEnd ?? '')
    case 'mrk':
      return codeText(inline.children)
    case 'cp':
      return String.fromCodePoint(inline.codePoint)
    case 'sm':
    case 'em':
      return ''
    default:
      return inline satisfies never
  }
}

function toText(tree: Tree, indent: string): string {
  const inner = `${indent}  `
  const members = [...tree].map(
    ([key, value]) => `${inner}${string(key)}: ${typeof value === 'string' ? string(value) : toText(value, inner)}`,
  )
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}

function string(text: string): string {
  return JSON.stringify(text)
}
