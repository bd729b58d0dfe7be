/** Rules of XLIFF 1.2: transitional schema, ids, pairs. */

import type { XmlElement } from '../../xml/index.ts'
import type { Check } from './check.ts'

export function checkDocument12(check: Check & { unit: string | undefined }, root: XmlElement): void {
  void check
  void root
}
