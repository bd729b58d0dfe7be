/** Rules of a whole XLIFF 2 document: structure, then ids and references from the files down to the units. */

import { attributeOf, childElements, type XmlElement, xmlUri } from '../../xml/index.ts'
import { attribute, type Check } from './check.ts'
import type { Grammar } from './grammar-2.ts'
import { checkIts } from './its-rules.ts'
import { checkContentOrReference, checkModuleAttributes, checkModules } from './module-rules.ts'
import { checkExtensionIds, checkFragments } from './references.ts'
import { checkReserved } from './reserved.ts'
import { checkStructure } from './structure.ts'
import { checkUnique, checkUniqueUnits, checkUnit, type DocumentLanguages } from './unit-rules.ts'
import { descendants, own } from './walk.ts'

export function checkDocument2(
  check: Check & { unit: string | undefined },
  grammar: Grammar,
  root: XmlElement,
  version: string,
): void {
  checkStructure(check, grammar, root, '')
  const languages: DocumentLanguages = { source: attribute(root, 'srcLang'), target: attribute(root, 'trgLang') }
  const spaces = inheritedSpaces(root)
  const isOurs = (uri: string): boolean => grammar.nameOf(uri, '') !== undefined
  const files = own(root, 'file')
  checkUnique(check, files, 'xliff')
  for (const element of descendants(root)) {
    if (!check.shell.isClosed(element) && element.attributes.length > 0) checkModuleAttributes(check, element)
  }
  checkIts(check, root)
  for (const notes of own(root, 'notes')) checkUnique(check, own(notes, 'note'), 'notes')
  const checkHolder = (holder: XmlElement): void => {
    for (const notes of own(holder, 'notes')) checkUnique(check, own(notes, 'note'), 'notes')
    checkExtensionIds(check, holder, isOurs)
    checkModules({ check, holder, languages, version, grammar })
  }
  for (const file of files) {
    const groups = [...containersIn(file, 'group')]
    checkUnique(check, groups, 'file')
    const unitIds = checkUniqueUnits(check, containersIn(file, 'unit'))
    for (const skeleton of own(file, 'skeleton')) checkContentOrReference(check, skeleton)
    for (const holder of [file, ...groups]) checkHolder(holder)
    for (const group of groups) checkReserved(check, group, 'type')
    for (const closed of containersIn(file, 'unit')) {
      const unit = check.shell.open(closed)
      check.unit = attribute(unit, 'id')
      checkStructure(check, grammar, unit, 'file')
      for (const element of [unit, ...descendants(unit)])
        if (element.attributes.length > 0) checkModuleAttributes(check, element)
      checkHolder(unit)
      checkUnit({ check, unit, languages, unitIds, version, space: spaces.get(closed) ?? 'default' })
      checkFragments(check, file, unit)
    }
    check.unit = undefined
  }
}

/** Groups or units in a file or group, those inside groups too. */
function* containersIn(holder: XmlElement, local: 'group' | 'unit'): Generator<XmlElement> {
  for (const child of holder.children) {
    if (child.kind !== 'element' || child.uri !== holder.uri) continue
    if (child.local === local) yield child
    if (child.local === 'group') yield* containersIn(child, local)
  }
}

/** `xml:space` that holds inside each unit, where it is not the default. */
function inheritedSpaces(root: XmlElement): ReadonlyMap<XmlElement, string> {
  const spaces = new Map<XmlElement, string>()
  const visit = (element: XmlElement, outer: string): void => {
    const space = attributeOf(element, 'space', xmlUri) ?? outer
    if (element.local === 'unit') {
      if (space !== 'default') spaces.set(element, space)
    } else for (const child of childElements(element)) if (child.uri === root.uri) visit(child, space)
  }
  visit(root, 'default')
  return spaces
}
