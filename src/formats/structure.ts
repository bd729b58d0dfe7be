/** Faults of structure as findings: `tmx/unexpected-element`, `srx/missing-attribute`, … */

import type { Finding, Place } from '../model/index.ts'
import { formFinding } from './finding.ts'
import { checkStructure, type Grammar } from './grammar.ts'
import type { XmlElement } from './xml/index.ts'

/** Checks an element and all in it against a grammar; `family` is the first word of the rules. */
export function structureFindings(
  root: XmlElement,
  grammar: Grammar,
  family: 'tmx' | 'srx' | 'tbx',
  placeOf: (at: XmlElement) => Place,
): readonly Finding[] {
  const findings: Finding[] = []
  checkStructure(root, grammar, (fault, at, data) => {
    findings.push(formFinding({ rule: `${family}/${fault}`, place: placeOf(at), data }))
  })
  return findings
}
