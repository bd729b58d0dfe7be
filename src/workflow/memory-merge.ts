/** Three versions of one file become one: a git merge driver for TMX and XLIFF 2. What both sides changed is reported. */

import { readTmx, writeTmx } from '../formats/tmx/index.ts'
import { editXliff, readXliff, type XliffEdit, type XliffFile } from '../formats/xliff/index.ts'
import { encodeUnit } from '../memory/index.ts'
import {
  type Attribute,
  type Content,
  type Finding,
  type Language,
  type Place,
  placeAt,
  plainText,
  type RuleDescription,
  type Segment,
  segmentsOf,
  type TranslationUnit,
  type Unit,
  unitsOf,
  type Variant,
} from '../model/index.ts'
import { fingerprint } from './findings.ts'

export const mergeRules: readonly RuleDescription[] = [
  { id: 'memory/merge-conflict', level: 'error', its: 'inconsistency', mqm: 'design/other' },
]

export interface VersionedFile {
  readonly bytes: Uint8Array
  /** Name for places. */
  readonly file: string
}

export interface MergedFile {
  readonly bytes: Uint8Array
  /** Units both sides changed differently; ours stands, theirs is kept beside it where the format has room. */
  readonly conflicts: readonly Finding[]
}

/**
 * Merges `theirs` into `ours`, both made from `base`. Units are told by their ids.
 * @throws Failure those of the readers
 */
export function mergeFiles(base: VersionedFile, ours: VersionedFile, theirs: VersionedFile): MergedFile {
  return isTmx(ours) ? mergeTmx(base, ours, theirs) : mergeXliff(base, ours, theirs)
}

/** git names the versions as it likes, so the root element decides. */
function isTmx({ bytes, file }: VersionedFile): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096)).replaceAll('\u0000', '')
  return /<tmx[\s>]/u.test(head) || (!/<xliff[\s>]/u.test(head) && file.toLowerCase().endsWith('.tmx'))
}

function mergeTmx(base: VersionedFile, ours: VersionedFile, theirs: VersionedFile): MergedFile {
  // An empty base is how git tells that both sides added the file.
  const old = unitsById(base.bytes.length === 0 ? [] : readTmx(base.bytes, base).units)
  const own = readTmx(ours.bytes, ours)
  const other = readTmx(theirs.bytes, theirs)
  const ownById = unitsById(own.units)
  const otherById = unitsById(other.units)
  const conflicts: Finding[] = []
  const merged: TranslationUnit[] = []
  for (const id of new Set([...ownById.keys(), ...otherById.keys()])) {
    const conflict = (language: Language | undefined, mine: string, yours: string): void => {
      conflicts.push(conflictOf(placeAt(ours.file, 1, 1), id, language, mine, yours))
    }
    const unit = mergeUnit(old.get(id), ownById.get(id), otherById.get(id), conflict)
    if (unit !== undefined) merged.push(unit)
  }
  const sourceLanguage = own.header.sourceLanguage ?? other.header.sourceLanguage ?? '*all*'
  const { notes, properties } = own.header
  return { bytes: writeTmx(merged, { sourceLanguage, notes, properties }), conflicts }
}

function unitsById(units: readonly TranslationUnit[]): ReadonlyMap<string, TranslationUnit> {
  return new Map(units.map(unit => [unit.id, unit]))
}

type TellConflict = (language: Language | undefined, ours: string, theirs: string) => void

function mergeUnit(
  base: TranslationUnit | undefined,
  ours: TranslationUnit | undefined,
  theirs: TranslationUnit | undefined,
  conflict: TellConflict,
): TranslationUnit | undefined {
  if (ours === undefined || theirs === undefined) {
    const left = ours ?? theirs
    if (base === undefined || left === undefined) return left
    if (isSame(left, base)) return undefined
    // One side deleted what the other changed: the change is kept, and told.
    conflict(undefined, ours === undefined ? '' : textsOf(ours), theirs === undefined ? '' : textsOf(theirs))
    return left
  }
  if (isSame(ours, theirs) || (base !== undefined && isSame(theirs, base))) return ours
  if (base !== undefined && isSame(ours, base)) return theirs
  const rest = mergeVariants(base, ours, theirs, conflict)
  const pick = <Key extends keyof TranslationUnit>(key: Key): Pick<TranslationUnit, Key> | Record<string, never> => {
    const isOursNew = JSON.stringify(ours[key]) !== JSON.stringify(base?.[key])
    const value = isOursNew && ours[key] !== undefined ? ours[key] : theirs[key]
    // Proof: an object of the one key and its value.
    return value === undefined ? {} : ({ [key]: value } as unknown as Pick<TranslationUnit, Key>)
  }
  return {
    ...ours,
    ...pick('previous'),
    ...pick('next'),
    ...pick('origin'),
    ...pick('author'),
    ...pick('created'),
    ...pick('changed'),
    ...pick('state'),
    ...pick('notes'),
    ...pick('properties'),
    ...rest,
  }
}

function mergeVariants(
  base: TranslationUnit | undefined,
  ours: TranslationUnit,
  theirs: TranslationUnit,
  conflict: TellConflict,
): Pick<TranslationUnit, 'variants' | 'properties'> {
  const variants: Variant[] = []
  const kept: Attribute[] = []
  const languages = new Set([...ours.variants, ...theirs.variants].map(({ language }) => language))
  for (const language of languages) {
    const [old, mine, yours] = [base, ours, theirs].map(unit => unit?.variants.find(one => one.language === language))
    if (mine === undefined || yours === undefined) {
      const left = mine ?? yours
      // Deleted on one side and not touched on the other.
      if (left !== undefined && (old === undefined || !isSame(left, old))) variants.push(left)
    } else if (isSame(mine, yours) || (old !== undefined && isSame(yours, old))) variants.push(mine)
    else if (old !== undefined && isSame(mine, old)) variants.push(yours)
    else {
      variants.push(mine)
      conflict(language, plainText(mine.content), plainText(yours.content))
      kept.push({ name: `x-merge-theirs-${language}`, value: plainText(yours.content) })
    }
  }
  if (kept.length === 0) return { variants }
  return { variants, properties: [...(ours.properties ?? []), ...kept] }
}

function isSame(a: TranslationUnit | Variant, b: TranslationUnit | Variant): boolean {
  return 'variants' in a && 'variants' in b ? encodeUnit(a) === encodeUnit(b) : JSON.stringify(a) === JSON.stringify(b)
}

function textsOf(unit: TranslationUnit): string {
  return unit.variants.map(({ content }) => plainText(content)).join(' | ')
}

function conflictOf(
  place: Place,
  unit: string,
  language: Language | undefined,
  ours: string,
  theirs: string,
  segment?: string,
): Finding {
  return {
    rule: 'memory/merge-conflict',
    ...(ours === '' || theirs === '' ? { variant: 'deleted' } : {}),
    level: 'error',
    place,
    unit,
    ...(segment === undefined ? {} : { segment }),
    ...(language === undefined ? {} : { language }),
    data: { unit, ours, theirs },
    related: [],
    fingerprint: fingerprint('memory/merge-conflict', unit, ours, theirs),
  }
}

/** Their targets and states are put into our file where we have not touched them; its other bytes stay. */
function mergeXliff(base: VersionedFile, ours: VersionedFile, theirs: VersionedFile): MergedFile {
  const own = readXliff(ours.bytes, ours)
  const old = base.bytes.length === 0 ? undefined : readXliff(base.bytes, base)
  const other = readXliff(theirs.bytes, theirs)
  const conflicts: Finding[] = []
  const edits: XliffEdit[] = []
  const oldUnits = unitsOfFile(old)
  const ownUnits = unitsOfFile(own)
  for (const [key, unit] of unitsOfFile(other)) {
    const mine = ownUnits.get(key)
    if (mine === undefined) {
      if (!oldUnits.has(key))
        conflicts.push(conflictOf(placeAt(ours.file, 1, 1), unit.id, undefined, '', sourcesOf(unit)))
      continue
    }
    const place = own.locateUnit(mine) ?? placeAt(ours.file, 1, 1)
    for (const segment of segmentsOf(unit)) {
      const was = segmentOf(oldUnits.get(key), segment.id)
      const is = segmentOf(mine, segment.id)
      if (isSameTarget(segment, was) || isSameTarget(segment, is)) continue
      const isSourceSame = is !== undefined && plainText(is.source) === plainText(segment.source)
      if (isSourceSame && (isSameTarget(is, was) || is.target === undefined)) edits.push(editOf(key, unit, segment))
      else {
        const [mineText, yours] = [textOf(is?.target), textOf(segment.target)]
        conflicts.push(conflictOf(place, unit.id, other.document.targetLanguage, mineText, yours, segment.id))
      }
    }
  }
  return { bytes: editXliff(own, edits), conflicts }
}

function editOf(key: string, unit: Unit, segment: Segment): XliffEdit {
  return {
    fileId: key.slice(0, key.indexOf('\u0000')),
    unit: unit.id,
    segment: segment.id,
    ...(segment.target === undefined ? {} : { target: segment.target }),
    state: segment.state,
    subState: segment.subState ?? null,
  }
}

function unitsOfFile(file: XliffFile | undefined): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>()
  for (const one of file?.document.files ?? []) {
    for (const unit of unitsOf({ sourceLanguage: sourceOf(file), files: [one] }))
      units.set(`${one.id}\u0000${unit.id}`, unit)
  }
  return units
}

function sourceOf(file: XliffFile | undefined): Language {
  if (file === undefined) throw new RangeError('files without a document have no units')
  return file.document.sourceLanguage
}

function segmentOf(unit: Unit | undefined, id: string): Segment | undefined {
  return unit === undefined ? undefined : segmentsOf(unit).find(segment => segment.id === id)
}

function isSameTarget(a: Segment | undefined, b: Segment | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return JSON.stringify([a.target, a.state, a.subState]) === JSON.stringify([b.target, b.state, b.subState])
}

function textOf(content: Content | undefined): string {
  return plainText(content ?? [])
}

function sourcesOf(unit: Unit): string {
  return segmentsOf(unit)
    .map(({ source }) => plainText(source))
    .join(' ')
}
