/** Elements and attributes against a grammar. */

import type { XmlElement } from '../../xml/index.ts'
import { unboundUri, xmlUri } from '../../xml/index.ts'
import { type Check, shown } from './check.ts'
import type { ElementRule, Grammar, Step } from './grammar-2.ts'
import { expectedValue } from './values.ts'

/** Checks an element of a known name and all below; what is of other namespaces is looked through for ours. */
export function checkStructure(check: Check, grammar: Grammar, element: XmlElement, parent: string): void {
  // A unit is checked when it is opened.
  if (check.shell.isClosed(element)) return
  const name = grammar.nameOf(element.uri, element.local)
  const rule = name === undefined ? undefined : grammar.elements.get(name)
  if (name !== undefined && rule === undefined && !isOutside(grammar, element, name)) {
    check.report('xliff/unknown-element', element, { data: { parent } })
  }
  if (name !== undefined && rule !== undefined) {
    const allowed = grammar.parents.get(name)
    if (allowed !== undefined && parent !== '' && !allowed.includes(parent)) {
      check.report('xliff/unexpected-element', element, { data: { parent, expected: allowed.join(', ') } })
    }
    checkAttributes(check, grammar, element, rule)
    checkContent(check, grammar, element, rule)
  }
  if (element.uri.startsWith(unboundUri)) {
    check.report('xliff/unbound-prefix', element, { data: { prefix: element.prefix } })
  }
  for (const child of element.children) {
    if (child.kind === 'element') checkStructure(check, grammar, child, name ?? '')
  }
}

/** ITS and size restriction data may hold any element of their own. */
function isOutside(grammar: Grammar, element: XmlElement, name: string): boolean {
  return element.uri !== grammar.coreUri && /^(?:its|itsm|fs|pgs):/.test(name)
}

function checkAttributes(check: Check, grammar: Grammar, element: XmlElement, rule: ElementRule): void {
  for (const attribute of element.attributes) {
    const { name, prefix, local, uri, value } = attribute
    if (name === 'xmlns' || prefix === 'xmlns') continue
    const key = uri === xmlUri ? `xml:${local}` : prefix === '' ? name : grammar.nameOf(uri, local)
    const own = key === undefined ? undefined : rule.attributes.get(key)
    const known = own ?? (prefix === '' || key === undefined ? undefined : grammar.moduleAttributes.get(key))
    if (uri.startsWith(unboundUri)) {
      check.report('xliff/unbound-prefix', element, { attribute: name, data: { prefix } })
    } else if (known !== undefined && (own !== undefined || rule.hasModuleAttributes)) {
      if (!known.check(value)) {
        check.report('xliff/attribute-value', element, {
          attribute: name,
          data: { attribute: name, value: shown(value), expected: expectedValue(known.type) },
        })
      }
    } else if (prefix === '' || uri === xmlUri || key !== undefined || !rule.hasForeignAttributes) {
      // The transitional schema of 1.2 lets any attribute pass; the strict one does not.
      const level = grammar.isLax && rule.hasForeignAttributes ? 'warning' : 'error'
      const isCommon = uri === xmlUri && (local === 'base' || (local === 'id' && rule.hasForeignAttributes))
      if (!isCommon) {
        check.report('xliff/unexpected-attribute', element, { attribute: name, level, data: { attribute: name } })
      }
    }
  }
  for (const [name, { isRequired }] of rule.attributes) {
    if (!isRequired) continue
    const isThere = element.attributes.some(one =>
      name.startsWith('xml:') ? one.name === name : one.prefix === '' && one.name === name,
    )
    if (!isThere) check.report('xliff/missing-attribute', element, { data: { attribute: name } })
  }
}

function checkContent(check: Check, grammar: Grammar, element: XmlElement, rule: ElementRule): void {
  const { steps } = rule
  let at = 0
  let count = 0
  for (const child of element.children) {
    if (child.kind === 'text') {
      if (!rule.hasText && (child.isCdata || /[^ \t\r\n]/.test(child.text))) {
        check.report('xliff/unexpected-text', element, { data: { text: shown(child.text.trim()) } })
      }
      continue
    }
    if (child.kind !== 'element') continue
    const name = grammar.nameOf(child.uri, child.local)
    const found = nextStep(steps, at, count, name, isOther(child, element))
    if (found < 0) {
      const isKnown = steps.some(step => accepts(step, name, isOther(child, element)))
      const isElsewhere = isKnown || (name !== undefined && grammar.elements.has(name))
      check.report(isElsewhere ? 'xliff/unexpected-element' : 'xliff/unknown-element', child, {
        data: { parent: element.name, expected: expectedAt(steps, at, count) },
      })
      continue
    }
    if (found === at) count++
    else {
      at = found
      count = 1
    }
  }
  for (let i = at, step = steps[i]; step !== undefined; step = steps[++i]) {
    if (step.min > (i === at ? count : 0)) {
      check.report('xliff/missing-element', element, { data: { expected: step.names.map(angled).join(', ') } })
      return
    }
  }
}

/** `##other` of XML Schema: of another namespace, but of one. */
function isOther(child: XmlElement, parent: XmlElement): boolean {
  return child.uri !== parent.uri && child.uri !== ''
}

/** The step a child belongs to, from `at` on, when every step left out may be empty; -1 when there is none. */
function nextStep(
  steps: readonly Step[],
  at: number,
  count: number,
  name: string | undefined,
  isOther: boolean,
): number {
  for (let i = at, step = steps[i]; step !== undefined; step = steps[++i]) {
    const used = i === at ? count : 0
    if (accepts(step, name, isOther) && used < step.max) return i
    if (used < step.min) return -1
  }
  return -1
}

function accepts(step: Step, name: string | undefined, isOther: boolean): boolean {
  return (name !== undefined && step.names.includes(name)) || (isOther && step.names.includes('@'))
}

function expectedAt(steps: readonly Step[], at: number, count: number): string {
  const names: string[] = []
  for (let i = at, step = steps[i]; step !== undefined; step = steps[++i]) {
    if ((i === at ? count : 0) < step.max) names.push(...step.names)
    if ((i === at ? count : 0) < step.min) break
  }
  return names
    .filter(name => name !== '@')
    .map(angled)
    .join(', ')
}

function angled(name: string): string {
  return `<${name}>`
}
