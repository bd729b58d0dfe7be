/** A finding's identity over unrelated edits. */

import { sha256 } from './hash.ts'

/** Hash of rule, unit and the two texts: the same finding in another line has the same fingerprint; 16 hexadecimal digits. */
export function fingerprint(rule: string, unit: string, source: string, target: string): string {
  return sha256([rule, unit, source, target].join('\u0000')).slice(0, 16)
}
