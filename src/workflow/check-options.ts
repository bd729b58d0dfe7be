/** What a check of a document may be asked. */

import type { PresetName } from '../checks/presets.ts'
import type { Ignore } from '../checks/suppression.ts'
import type { LearnedLexicon } from '../lexicon/learned.ts'
import type { Concept, Level, Unit } from '../model/index.ts'

/** A level, or a level and options of the rule's own. */
export type RuleSetting =
  | Level
  | 'off'
  | { readonly level?: Level | 'off' | undefined; readonly [option: string]: unknown }

/** Which rules run, with what they may know. */
export interface CheckOptions {
  /** Path for places and for the globs of ignores. */
  readonly file: string
  readonly preset?: PresetName
  /** By rule id or `family/*`; later entries win over earlier ones. */
  readonly rules?: Readonly<Record<string, RuleSetting>>
  /** Rule ids, `family/*` or families; nothing else runs. A rule that is off by default runs when named here. */
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly terms?: readonly Concept[]
  /** Words known to be spelled right (of the memory), any case. The document's own are always counted. */
  readonly vocabulary?: Iterable<string>
  /** Learned from the memory, for drift. */
  readonly lexicon?: LearnedLexicon
  readonly ignores?: readonly Ignore[]
  /** Fingerprints that are known and not told again. */
  readonly baseline?: ReadonlySet<string>
  /** True for files of a project: an empty target is an error in every state. */
  readonly isProject?: boolean
  /** Checks only these units, though document-wide rules still see all. */
  readonly units?: (unit: Unit) => boolean
}
