/** Findings about a file's form. */

import type { Finding, Level, MessageData, Place, RuleId } from '../../model/index.ts'

export interface FormatFinding {
  readonly level: Level
  readonly place: Place
  readonly variant?: string
  readonly unit?: string
  readonly data?: MessageData
  readonly related?: Finding['related']
}

/** A finding of this format; its fingerprint hangs on the rule, the unit and the data, not on the line. */
export function formatFinding(rule: RuleId, options: FormatFinding): Finding {
  const { level, place, variant, unit, data = {}, related = [] } = options
  return {
    rule,
    ...(variant === undefined ? {} : { variant }),
    level,
    place,
    ...(unit === undefined ? {} : { unit }),
    data,
    related,
    // The empty word stands where other findings name a segment.
    fingerprint: hash([rule, variant ?? '', unit ?? '', '', JSON.stringify(data)].join('\u0000')),
  }
}

/** FNV-1a, 2 × 32 bits with different seeds (Fowler, Noll, Vo 1991); enough to tell findings of one project apart. */
function hash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x85ebca6b)
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
}
