/**
 * How long a text may be: `maxwidth` and `minwidth` in characters of 1.2 ↔ `slr:sizeRestriction` of XLIFF 2, which counts code
 * points where the file's profile is `xliff:codepoints`. Each version is told in its own words; what stood in the words of the
 * other stays beside them, so that the way back finds it.
 */

import type { Attribute, Document, DocumentFile, ForeignElement, Group, Unit } from '../../model/index.ts'
import { moduleUris } from './namespaces.ts'

const restriction = 'slr:sizeRestriction'

/** The document with what 1.2 says of lengths said in the words of XLIFF 2. */
export function withRestrictions(document: Document): Document {
  return mapFiles(document, file => {
    const profiles = file.foreign?.find(isProfiles)
    if (profiles !== undefined && !countsCodePoints(profiles)) return file
    const changed = mapUnits(file, unit => withRestriction(unit))
    if (changed === file || profiles !== undefined) return changed
    return { ...changed, foreign: [codePoints, ...(file.foreign ?? [])] }
  })
}

/** The document with what XLIFF 2 says of lengths said in the words of 1.2; what only repeats those goes. */
export function withWidths(document: Document): Document {
  return mapFiles(document, file => {
    const { foreign = [] } = file
    const profiles = foreign.find(isProfiles)
    if (profiles === undefined || !countsCodePoints(profiles)) return file
    const changed = mapUnits(file, withWidth)
    const isDone = hasRestriction(file) && !hasRestriction(changed)
    const isOurs = profiles.attributes.length === 1 && profiles.children.length === 0
    return isDone && isOurs
      ? withForeign(
          changed,
          foreign.filter(each => each !== profiles),
        )
      : changed
  })
}

const codePoints: ForeignElement = {
  name: 'slr:profiles',
  uri: moduleUris.slr,
  attributes: [{ name: 'generalProfile', value: 'xliff:codepoints' }],
  children: [],
}

function isProfiles({ name, uri }: ForeignElement): boolean {
  return uri === moduleUris.slr && name.endsWith('profiles')
}

function countsCodePoints({ attributes }: ForeignElement): boolean {
  return attributes.some(({ name, value }) => name === 'generalProfile' && value === 'xliff:codepoints')
}

function withRestriction(unit: Unit): Unit {
  const { attributes = [] } = unit
  const value = restrictionOf(unit)
  if (value === undefined || said(unit, restriction) !== undefined) return unit
  return { ...unit, attributes: [...attributes, { name: restriction, value }] }
}

/** `30`, or `5,30` where there is a least length. */
function restrictionOf(unit: Unit): string | undefined {
  const [most, least] = [said(unit, 'maxwidth'), said(unit, 'minwidth')]
  if (said(unit, 'size-unit') !== 'char' || !isNumber(most) || !(least === undefined || isNumber(least)))
    return undefined
  return least === undefined ? most : `${least},${most}`
}

function isNumber(given: string | undefined): given is string {
  return given !== undefined && /^[0-9]{1,9}$/.test(given)
}

function withWidth(unit: Unit): Unit {
  const { attributes = [] } = unit
  const given = said(unit, restriction)
  if (given === undefined) return unit
  const others = attributes.filter(({ name }) => name !== restriction)
  if (restrictionOf(unit) === given) return { ...unit, attributes: others }
  const [, least, most] = /^(?:([0-9]{1,9}),)?([0-9]{1,9})$/.exec(given) ?? []
  const hasOwn = attributes.some(({ name }) => name === 'size-unit' || /^m(?:ax|in)width$/.test(name))
  if (most === undefined || hasOwn) return unit
  const widths: Attribute[] = [
    { name: 'maxwidth', value: most },
    ...(least === undefined ? [] : [{ name: 'minwidth', value: least }]),
    { name: 'size-unit', value: 'char' },
  ]
  return { ...unit, attributes: [...attributes, ...widths] }
}

function hasRestriction(container: DocumentFile | Group): boolean {
  return container.children.some(child =>
    child.kind === 'unit' ? said(child, restriction) !== undefined : hasRestriction(child),
  )
}

function said({ attributes }: Unit, name: string): string | undefined {
  return attributes?.find(attribute => attribute.name === name)?.value
}

function withForeign({ foreign: _foreign, ...file }: DocumentFile, foreign: readonly ForeignElement[]): DocumentFile {
  return foreign.length === 0 ? file : { ...file, foreign }
}

function mapFiles(document: Document, change: (file: DocumentFile) => DocumentFile): Document {
  return { ...document, files: document.files.map(change) }
}

/** The very container where no unit changes. */
function mapUnits<Container extends DocumentFile | Group>(
  container: Container,
  change: (unit: Unit) => Unit,
): Container {
  let isSame = true
  const children = container.children.map(child => {
    const changed = child.kind === 'unit' ? change(child) : mapUnits(child, change)
    isSame &&= changed === child
    return changed
  })
  return isSame ? container : { ...container, children }
}
