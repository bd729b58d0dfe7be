/** Findings of readers and validators: about a file's form, not about a translation. */

import type { Finding, Language, Level, MessageData, Place, RelatedPlace, RuleId } from '../model/index.ts'
import { sha256 } from '../text/hash.ts'

export interface FormFault {
  readonly rule: RuleId
  readonly variant?: string
  readonly level?: Level
  readonly place: Place
  readonly data?: MessageData
  readonly unit?: string
  readonly segment?: string
  readonly language?: Language
  readonly related?: readonly RelatedPlace[]
}

/** A finding of level error unless said otherwise. The fingerprint holds the rule, the unit and the data: no line numbers. */
export function formFinding(fault: FormFault): Finding {
  const { level = 'error', data = {}, related = [], ...rest } = fault
  const key = [fault.rule, fault.variant ?? '', fault.unit ?? '', fault.segment ?? '', JSON.stringify(data)]
  return { ...rest, level, data, related, fingerprint: sha256(key.join('\n')).slice(0, 16) }
}
