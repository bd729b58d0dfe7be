/** Runs the checks on pairs made in a line of code. */

import {
  type Concept,
  type Content,
  type Document,
  type Finding,
  language,
  type Note,
  placeAt,
  type State,
  textContent,
  type Unit,
} from '../../src/model/index.ts'
import { type CheckResult, checkDocument } from '../../src/workflow/check-document.ts'
import type { CheckOptions } from '../../src/workflow/check-options.ts'

export interface TestPair {
  readonly source: string | Content
  readonly target?: string | Content | undefined
  readonly id?: string
  readonly state?: State
  readonly subState?: string
  readonly notes?: readonly Note[]
  readonly metadata?: Unit['metadata']
  readonly name?: string
}

const contentOf = (text: string | Content): Content => (typeof text === 'string' ? textContent(text) : text)

export function documentOf(pairs: readonly TestPair[], target: string, source = 'en'): Document {
  const children = pairs.map((pair, i): Unit => {
    const segment = {
      kind: 'segment' as const,
      id: 's1',
      source: contentOf(pair.source),
      state: pair.state ?? ('translated' as const),
      ...(pair.target === undefined ? {} : { target: contentOf(pair.target) }),
      ...(pair.subState === undefined ? {} : { subState: pair.subState }),
    }
    return {
      kind: 'unit',
      id: pair.id ?? `u${i + 1}`,
      translate: true,
      canResegment: true,
      preserveSpace: true,
      notes: pair.notes ?? [],
      candidates: [],
      metadata: pair.metadata ?? [],
      parts: [segment],
      ...(pair.name === undefined ? {} : { name: pair.name }),
    }
  })
  return {
    sourceLanguage: language(source),
    targetLanguage: language(target),
    files: [{ kind: 'file', id: 'f1', notes: [], children }],
  }
}

/** Places are lines by unit: `u3` stands in line 3. */
export function check(document: Document, options: Partial<CheckOptions> = {}): CheckResult {
  const units = document.files.flatMap(file => file.children)
  return checkDocument(
    { document, locate: ({ unit, start }) => placeAt('test.xlf', units.indexOf(unit) + 1, (start ?? 0) + 1) },
    { file: 'test.xlf', ...options },
  )
}

/** Findings of one rule on one pair. */
export function findings(
  rule: string,
  target: string,
  pair: readonly [string | Content, string | Content | undefined],
  options: Partial<CheckOptions> = {},
): readonly Finding[] {
  const document = documentOf([{ source: pair[0], target: pair[1] }], target)
  return check(document, { only: [rule], ...options }).findings
}

/** `rule`, or `rule:variant` where there is one. */
export function keys(list: readonly Finding[]): readonly string[] {
  return list.map(({ rule, variant }) => (variant === undefined ? rule : `${rule}:${variant}`))
}

/** What a finding points at. */
export function pointed(finding: Finding | undefined): string | undefined {
  if (finding === undefined) return undefined
  const text = finding.side === 'source' ? finding.source : finding.target
  return text?.slice(finding.start, finding.end)
}

export function concept(en: string, other: string, target: string, extra: Partial<Concept> = {}): Concept {
  return {
    id: en,
    terms: [
      { language: language('en'), text: en, status: 'preferred' },
      { language: language(target), text: other, status: 'preferred' },
    ],
    ...extra,
  }
}
