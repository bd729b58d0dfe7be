/** What a rule sees of a file, and how it says what it found. */

import type { Finding, Level, MessageData, Place, RuleId, Span } from '../../../model/index.ts'
import type { LineIndex } from '../../../text/lines.ts'
import type { XmlElement } from '../../xml/index.ts'
import { formatFinding } from '../finding.ts'
import type { Shell } from './shell.ts'
import { containerLookup, type InnerIds, idLookup } from './walk.ts'

export interface Check {
  readonly text: string
  /** Reports at an element's start tag, or at one of its attributes. `rule` may have a variant: `xliff/code:copy`. */
  report(rule: string, at: XmlElement, options?: ReportOptions): void
  readonly findings: Finding[]
  readonly shell: Shell
  /** The ids inside an element. */
  idsOf(holder: XmlElement): InnerIds
  /** The group or unit of a file with that id. */
  containerOf(file: XmlElement, local: 'group' | 'unit', id: string): XmlElement | undefined
}

export interface ReportOptions {
  readonly data?: MessageData
  /** Name as written of the attribute that is at fault. */
  readonly attribute?: string
  readonly level?: Level
  /** Where the other one stands, as for ids. */
  readonly related?: XmlElement
}

/** Findings kept; a file may be wrong in every line. */
const findingsKept = 10_000

export function checkOf(
  file: string,
  text: string,
  lines: LineIndex,
  shell: Shell,
): Check & { unit: string | undefined } {
  const findings: Finding[] = []
  const placeOf = (span: Span): Place => lines.place(file, span)
  return {
    text,
    findings,
    shell,
    unit: undefined,
    idsOf: idLookup(shell.open),
    containerOf: containerLookup(),
    report(rule, at, options = {}) {
      if (findings.length >= findingsKept) return
      const { data = {}, attribute, level = 'error', related } = options
      const found = at.attributes.find(({ name }) => name === attribute)
      const span = found ?? { start: at.start, end: tagEnd(text, at) }
      const [id = '', variant] = rule.split(':')
      findings.push(
        // Proof: every caller gives `xliff/…`.
        formatFinding(id as RuleId, {
          level,
          place: placeOf({ start: span.start, end: span.end }),
          data: { ...data, element: at.name },
          ...(variant === undefined ? {} : { variant }),
          ...(this.unit === undefined ? {} : { unit: this.unit }),
          ...(related === undefined
            ? {}
            : { related: [{ place: placeOf({ start: related.start, end: tagEnd(text, related) }) }] }),
        }),
      )
    },
  }
}

function tagEnd(text: string, element: XmlElement): number {
  return element.isSelfClosing ? element.end : text.lastIndexOf('>', element.contentStart) + 1
}

/** Value of an attribute without prefix. */
export function attribute(element: XmlElement, name: string): string | undefined {
  for (const one of element.attributes) if (one.name === name) return one.value
  return undefined
}

/** A value as a message shows it. */
export function shown(value: string | undefined): string {
  return (value ?? '').slice(0, 100)
}
