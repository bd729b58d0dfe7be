/** What of a document's flaws is told: not what a note in the file, the config or the baseline holds back. */

import { checks } from '../checks/index.ts'
import type { Pair } from '../checks/pair.ts'
import { covers, type Ignore, type NoteIgnore, namesRule, noteIgnores } from '../checks/suppression.ts'
import type { Finding, RuleId, Unit } from '../model/index.ts'
import { type ActiveCheck, levelOf } from './active-checks.ts'
import type { CheckOptions } from './check-options.ts'
import type { PlacedFlaw } from './collect-flaws.ts'
import { findingOf, fingerprint, pairFingerprints, type ReadDocument, sortFindings } from './findings.ts'

/** What is left to be told, and what was held back. */
export interface Suppressed {
  readonly findings: readonly Finding[]
  readonly ignored: number
  readonly usedIgnores: ReadonlySet<Ignore>
  readonly usedBaseline: ReadonlySet<string>
}

/**
 * The findings that no note, entry of the config or baseline holds back, sorted by place.
 * @param noted the units with notes; the very objects that the pairs have
 */
export function suppress(
  flaws: readonly PlacedFlaw[],
  noted: readonly Unit[],
  reading: ReadDocument,
  options: CheckOptions,
  active: readonly ActiveCheck[],
): Suppressed {
  const findings: Finding[] = []
  const usedIgnores = new Set<Ignore>()
  const usedBaseline = new Set<string>()
  const notes = new NoteBook()
  const printOf = pairFingerprints()
  let ignored = 0
  for (const placed of flaws) {
    const { pair, active: one } = placed
    if (options.units !== undefined && !options.units(pair.unit)) continue
    const rule = one.check.description.id
    if (notes.hides(pair, rule)) {
      ignored++
      continue
    }
    const suspect = {
      rule,
      file: options.file,
      language: pair.targetLanguage,
      unit: pair.unit.id,
      source: pair.source.text,
      target: pair.target.text,
    }
    const entry = options.ignores?.find(ignore => covers(ignore, suspect))
    if (entry !== undefined) {
      usedIgnores.add(entry)
      ignored++
      continue
    }
    const finding = findingOf(placed, reading, printOf)
    if (options.baseline?.has(finding.fingerprint)) {
      usedBaseline.add(finding.fingerprint)
      ignored++
      continue
    }
    findings.push(finding)
  }
  for (const finding of notes.findings(noted, reading, options, active)) findings.push(finding)
  return { findings: sortFindings(findings), ignored, usedIgnores, usedBaseline }
}

/** The ignores written in notes, and which of them hid something. */
class NoteBook {
  readonly #byUnit = new Map<Unit, readonly NoteIgnore[]>()
  readonly #used = new Set<NoteIgnore>()

  hides(pair: Pair, rule: RuleId): boolean {
    if (pair.unit.notes.length === 0) return false
    const ignore = this.#of(pair.unit).find(
      ({ rule: pattern, segment }) =>
        namesRule(pattern, rule) && (segment === undefined || segment === pair.segment.id),
    )
    if (ignore !== undefined) this.#used.add(ignore)
    return ignore !== undefined
  }

  #of(unit: Unit): readonly NoteIgnore[] {
    let ignores = this.#byUnit.get(unit)
    if (ignores === undefined) {
      ignores = noteIgnores(unit)
      this.#byUnit.set(unit, ignores)
    }
    return ignores
  }

  /** Ignores that hide nothing, and those without a reason. Unused is told only when every rule has run. */
  findings(
    noted: readonly Unit[],
    reading: ReadDocument,
    options: CheckOptions,
    active: readonly ActiveCheck[],
  ): readonly Finding[] {
    const unused = active.find(({ check }) => check.description.id === 'ignore/unused')
    const reasonless = active.find(({ check }) => check.description.id === 'ignore/no-reason')
    const isPartial = options.only !== undefined || options.skip !== undefined
    const found: Finding[] = []
    for (const unit of noted) {
      for (const ignore of this.#of(unit)) {
        const tell = (one: ActiveCheck | undefined): void => {
          if (one !== undefined) found.push(noteFinding(one, unit, ignore, reading))
        }
        if (!isPartial && !this.#used.has(ignore) && isOfDocument(ignore.rule)) tell(unused)
        if (ignore.reason === '') tell(reasonless)
      }
    }
    return found
  }
}

/** Project rules run elsewhere: whether their ignore was of use is not known here. */
function isOfDocument(pattern: string): boolean {
  return Object.values(checks).some(check => check.scope !== 'project' && namesRule(pattern, check.description.id))
}

function noteFinding(active: ActiveCheck, unit: Unit, ignore: NoteIgnore, reading: ReadDocument): Finding {
  const rule = active.check.description.id
  return {
    rule,
    level: levelOf(active, { side: 'target', start: 0, end: 0 }),
    place: reading.locate({ unit }),
    unit: unit.id,
    ...(ignore.segment === undefined ? {} : { segment: ignore.segment }),
    ...(reading.document.targetLanguage === undefined ? {} : { language: reading.document.targetLanguage }),
    data: { ignored: ignore.rule },
    related: [],
    fingerprint: fingerprint(rule, unit.id, ignore.rule, ignore.reason),
  }
}
