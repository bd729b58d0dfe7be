/**
 * What elements, attributes and text a format allows where: content models in the words of a DTD, checked on trees.
 *
 * ```ts
 * const grammar = {
 *   uri: '',
 *   elements: new Map([
 *     ['tu', element('(note|prop)*, tuv+', 'tuid segtype=block|paragraph')],
 *     ['seg', element('#text bpt ept', '')],           // text with these elements between
 *     ['map', element('', 'unicode!')],                // empty; `!` means required
 *   ]),
 * }
 * ```
 */

import type { XmlElement } from './xml/index.ts'

export interface ElementRule {
  /** Undefined for text with elements between, or anything. */
  readonly model: Automaton | undefined
  /** Allowed in any order when there is no model; undefined allows everything. */
  readonly mixed: ReadonlySet<string> | undefined
  readonly hasText: boolean
  readonly attributes: ReadonlyMap<string, AttributeRule>
}

export interface AttributeRule {
  readonly isRequired: boolean
  /** Undefined for any text. */
  readonly values: readonly string[] | undefined
}

export interface Grammar {
  /** Namespace of the elements; elements of others are `foreign`. */
  readonly uri: string
  readonly elements: ReadonlyMap<string, ElementRule>
  /** Elements that may hold elements of other namespaces, and elements that may carry their attributes. */
  readonly foreignIn?: ReadonlySet<string>
}

export type StructureFault =
  | 'unexpected-element'
  | 'missing-element'
  | 'unexpected-text'
  | 'unexpected-attribute'
  | 'missing-attribute'
  | 'attribute-value'

export type ReportFault = (
  fault: StructureFault,
  at: XmlElement,
  data: Readonly<Record<string, string | number>>,
) => void

/** Content model (see the head of the file) and attributes, as `name name! name=a|b name!=a|b`. */
export function element(content: string, attributes: string): ElementRule {
  const isMixed = content.startsWith('#text')
  const isAny = content === 'any'
  return {
    model: isMixed || isAny ? undefined : automaton(content),
    mixed: isMixed ? new Set(content.slice(5).split(' ').filter(Boolean)) : undefined,
    hasText: isMixed || isAny,
    attributes: new Map(attributes.split(' ').filter(Boolean).map(attributeRule)),
  }
}

function attributeRule(text: string): [string, AttributeRule] {
  const [head = '', values] = text.split('=')
  const isRequired = head.endsWith('!')
  return [isRequired ? head.slice(0, -1) : head, { isRequired, values: values?.split('|') }]
}

/** Checks an element and all that is in it. */
export function checkStructure(root: XmlElement, grammar: Grammar, report: ReportFault): void {
  const rule = grammar.elements.get(root.local)
  if (rule === undefined) return
  checkAttributes(root, rule, grammar, report)
  checkChildren(root, rule, grammar, report)
  for (const child of root.children) {
    if (child.kind === 'element' && child.uri === grammar.uri) checkStructure(child, grammar, report)
  }
}

function checkAttributes(at: XmlElement, rule: ElementRule, grammar: Grammar, report: ReportFault): void {
  for (const { name, prefix, value } of at.attributes) {
    if (prefix === 'xmlns' || name === 'xmlns') continue
    const known = rule.attributes.get(name)
    const data = { element: at.name, attribute: name }
    if (known === undefined) {
      if (prefix !== '' && prefix !== 'xml' && grammar.foreignIn?.has(at.local) === true) continue
      if (name !== 'xml:space') report('unexpected-attribute', at, data)
    } else if (known.values !== undefined && !known.values.includes(value)) {
      report('attribute-value', at, { ...data, value: value.slice(0, 100), expected: known.values.join(', ') })
    }
  }
  for (const [name, { isRequired }] of rule.attributes) {
    if (!isRequired || at.attributes.some(each => each.name === name)) continue
    report('missing-attribute', at, { element: at.name, attribute: name })
  }
}

function checkChildren(at: XmlElement, rule: ElementRule, grammar: Grammar, report: ReportFault): void {
  let state = rule.model?.start
  for (const child of at.children) {
    if (child.kind === 'text') {
      const isBlank = !child.isCdata && /^[ \t\r\n]*$/.test(child.text)
      if (rule.hasText || isBlank) continue
      report('unexpected-text', at, { element: at.name, text: child.text.trim().slice(0, 40) })
    } else if (child.kind === 'element') {
      if (child.uri !== grammar.uri) {
        if (grammar.foreignIn?.has(at.local) !== true) unexpected(child, at, [], report)
      } else if (rule.mixed !== undefined) {
        if (!rule.mixed.has(child.local)) unexpected(child, at, [...rule.mixed], report)
      } else if (state !== undefined) {
        const next = state.next.get(child.local)
        // After a wrong child the state stays: one fault is told once, and what follows is judged as if it were not there.
        if (next === undefined) unexpected(child, at, [...state.next.keys()], report)
        else state = next
      }
    }
  }
  if (state !== undefined && !state.isEnd) {
    report('missing-element', at, { element: at.name, expected: [...state.next.keys()].join(', ') })
  }
}

function unexpected(child: XmlElement, parent: XmlElement, expected: readonly string[], report: ReportFault): void {
  report('unexpected-element', child, {
    element: child.name.slice(0, 100),
    parent: parent.name,
    expected: expected.length === 0 ? '–' : expected.join(', '),
  })
}

// ------------------------------------------------------------------------------------------------------- content models

/** A deterministic automaton over names of children. */
export interface Automaton {
  readonly start: ModelState
}

interface ModelState {
  readonly next: ReadonlyMap<string, ModelState>
  readonly isEnd: boolean
}

/** Positions of a model (Glushkov 1961): each name in it is one; `null` is the place before the first. */
interface Part {
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly canBeEmpty: boolean
}

function automaton(content: string): Automaton {
  const tokens = content.match(/[\w:.-]+|[(),|?*+]/g) ?? []
  const names: string[] = []
  const follow: Set<number>[] = []
  let at = 0

  const link = (from: readonly number[], to: readonly number[]): void => {
    for (const position of from) for (const next of to) follow[position]?.add(next)
  }
  const sequence = (): Part => {
    let left = repeated()
    for (let sign = tokens[at]; sign === ',' || sign === '|'; sign = tokens[at]) {
      at++
      const right = repeated()
      if (sign === ',') {
        link(left.last, right.first)
        left = {
          first: left.canBeEmpty ? [...left.first, ...right.first] : left.first,
          last: right.canBeEmpty ? [...left.last, ...right.last] : right.last,
          canBeEmpty: left.canBeEmpty && right.canBeEmpty,
        }
      } else {
        left = {
          first: [...left.first, ...right.first],
          last: [...left.last, ...right.last],
          canBeEmpty: left.canBeEmpty || right.canBeEmpty,
        }
      }
    }
    return left
  }
  const repeated = (): Part => {
    const part = atom()
    const sign = tokens[at]
    if (sign !== '?' && sign !== '*' && sign !== '+') return part
    at++
    if (sign !== '?') link(part.last, part.first)
    return { ...part, canBeEmpty: part.canBeEmpty || sign !== '+' }
  }
  const atom = (): Part => {
    const token = tokens[at++] ?? ''
    if (token === '(') {
      const inner = sequence()
      at++
      return inner
    }
    const position = names.push(token) - 1
    follow.push(new Set())
    return { first: [position], last: [position], canBeEmpty: false }
  }
  const whole: Part = tokens.length === 0 ? { first: [], last: [], canBeEmpty: true } : sequence()

  const ends = new Set(whole.last)
  const states = new Map<string, ModelState>()
  const stateOf = (positions: readonly number[], next: ReadonlySet<number>, isEnd: boolean): ModelState => {
    const key = positions.join(' ')
    const known = states.get(key)
    if (known !== undefined) return known
    const byName = new Map<string, number[]>()
    for (const position of next) {
      const name = names[position] ?? ''
      byName.set(name, [...(byName.get(name) ?? []), position])
    }
    const targets = new Map<string, ModelState>()
    const state: ModelState = { next: targets, isEnd }
    states.set(key, state)
    for (const [name, group] of byName) {
      const after = new Set(group.flatMap(position => [...(follow[position] ?? [])]))
      targets.set(
        name,
        stateOf(
          group,
          after,
          group.some(position => ends.has(position)),
        ),
      )
    }
    return state
  }
  return { start: stateOf([], new Set(whole.first), whole.canBeEmpty) }
}
