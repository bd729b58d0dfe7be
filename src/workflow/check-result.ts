/** What a check of files or of a project comes to. */

import { checks } from '../checks/index.ts'
import type { Ignore } from '../checks/suppression.ts'
import type { Finding, RuleDescription } from '../model/index.ts'
import type { CheckOptions } from './check-options.ts'
import type { CheckSettings } from './config-shape.ts'

export type RuleChoice = Pick<CheckOptions, 'only' | 'skip' | 'baseline'>

export interface FindingsOfAll {
  readonly findings: readonly Finding[]
  readonly units: number
  readonly segments: number
  /** Fingerprints of the baseline that were met. */
  readonly usedBaseline: ReadonlySet<string>
  /** What was odd in files that were only consulted (a glossary): told, not counted. */
  readonly told?: readonly Finding[]
}

/** Descriptions of the rules that occur. */
export function rulesOf(findings: readonly Finding[]): readonly RuleDescription[] {
  const ids = new Set(findings.map(({ rule }) => rule))
  return [...ids].flatMap(id => checks[id]?.description ?? [])
}

/** The config's entries, one for each of their files and languages. */
export function ignoresOf({ ignore = [] }: CheckSettings): readonly Ignore[] {
  return ignore.flatMap(({ rule, files, languages, unit, text, reason }) =>
    (files ?? [undefined]).flatMap(file =>
      (languages ?? [undefined]).map(
        (language): Ignore => ({
          rule,
          reason,
          ...(file !== undefined && { file }),
          ...(language !== undefined && { language }),
          ...(unit !== undefined && { unit }),
          ...(text !== undefined && { text }),
        }),
      ),
    ),
  )
}
