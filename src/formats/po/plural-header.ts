/** The header `Plural-Forms` of gettext: which numbers take which form. The C expression is read by hand, never run. */

import type { Language } from '../../model/index.ts'
import { type PluralCategory, pluralCategories } from '../../text/plural-forms.ts'

export interface PluralForm {
  /** Category of the language's plural rules, where all numbers of the form share one that no form before has. */
  readonly category: PluralCategory | undefined
  /** The one number the form is for: in Russian catalogues of KDE the last form is for 1 alone, so the number may be left out. */
  readonly only: number | undefined
}

/** Forms in their order; undefined where the header is missing, or not an expression of gettext. */
export function pluralFormsOf(header: string | undefined, language: Language): readonly PluralForm[] | undefined {
  const match = /^\s*nplurals\s*=\s*(\d)\s*;\s*plural\s*=([^;]{1,500})/.exec(header ?? '')
  if (match === null) return undefined
  const choose = readExpression(match[2] ?? '')
  if (choose === undefined) return undefined
  const count = Number(match[1])
  const numbers: number[][] = Array.from({ length: count }, () => [])
  for (let n = 0; n <= 200; n++) {
    const list = numbers[choose(n)]
    if (list === undefined) return undefined
    list.push(n)
  }
  if (count === 1) return [{ category: 'other', only: undefined }]
  // A form no number takes: a header left as the template had it.
  if (numbers.some(list => list.length === 0)) return undefined
  const rules = new Intl.PluralRules(language)
  const taken = new Set<string>()
  return numbers.map(list => {
    const [first] = list
    const only = list.length === 1 && count > 2 ? first : undefined
    const found = new Set(list.map(n => rules.select(n)))
    const [category] = found
    if (only !== undefined || found.size !== 1 || category === undefined || taken.has(category))
      return { category: undefined, only }
    taken.add(category)
    return { category: pluralCategories.find(known => known === category), only }
  })
}

type Expression = (n: number) => number

/** Operators from the weakest to the strongest binding, as in C. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
]

function readExpression(text: string): Expression | undefined {
  const tokens = text.match(/\d{1,6}|n|[<>=!]=|&&|\|\||[-+*/%<>!?:()]|\S/g) ?? []
  let at = 0
  let depth = 0
  const result = ternary()
  return result === undefined || at < tokens.length ? undefined : result

  function ternary(): Expression | undefined {
    if (++depth > 50) return undefined
    const condition = binary(0)
    if (tokens[at] !== '?') {
      depth--
      return condition
    }
    at++
    const yes = ternary()
    if (tokens[at++] !== ':') return undefined
    const no = ternary()
    depth--
    return condition && yes && no && (n => (condition(n) !== 0 ? yes(n) : no(n)))
  }

  function binary(level: number): Expression | undefined {
    const operators = levels[level]
    if (operators === undefined) return unary()
    let left = binary(level + 1)
    while (left !== undefined && operators.includes(tokens[at] ?? '')) {
      const operator = tokens[at++] ?? ''
      const [a, b] = [left, binary(level + 1)]
      left = b && (n => apply(operator, a(n), b(n)))
    }
    return left
  }

  function unary(): Expression | undefined {
    const token = tokens[at++]
    if (token === 'n') return n => n
    if (token !== undefined && /^\d/.test(token)) return () => Number(token)
    if (token === '!') {
      if (++depth > 50) return undefined
      const inner = unary()
      depth--
      return inner && (n => (inner(n) === 0 ? 1 : 0))
    }
    if (token !== '(') return undefined
    const inner = ternary()
    return tokens[at++] === ')' ? inner : undefined
  }
}

function apply(operator: string, a: number, b: number): number {
  switch (operator) {
    case '||':
      return Number(a !== 0 || b !== 0)
    case '&&':
      return Number(a !== 0 && b !== 0)
    case '==':
      return Number(a === b)
    case '!=':
      return Number(a !== b)
    case '<=':
      return Number(a <= b)
    case '>=':
      return Number(a >= b)
    case '<':
      return Number(a < b)
    case '>':
      return Number(a > b)
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return b === 0 ? 0 : Math.trunc(a / b)
    default:
      return b === 0 ? 0 : a % b
  }
}
