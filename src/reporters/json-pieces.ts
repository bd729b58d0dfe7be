/** JSON in pieces, for documents longer than one string can be. */

import { toJson } from '../text/escape.ts'

/** Just what {@link toJson} with an indent of two gives; an iterator stands for an array, and each of its items is a piece. */
export function* jsonPieces(value: unknown, margin = '\n'): Generator<string> {
  const inner = `${margin}  `
  if (value instanceof Iterator || Array.isArray(value)) {
    let opening = '['
    for (const item of value) {
      yield opening + inner
      if (Array.isArray(value)) yield* jsonPieces(item, inner)
      else yield indented(item, inner)
      opening = ','
    }
    yield opening === '[' ? '[]' : `${margin}]`
  } else if (typeof value === 'object' && value !== null) {
    let opening = '{'
    for (const [key, each] of Object.entries(value)) {
      if (each === undefined) continue
      yield `${opening}${inner}${toJson(key)}: `
      yield* jsonPieces(each, inner)
      opening = ','
    }
    yield opening === '{' ? '{}' : `${margin}}`
  } else yield toJson(value)
}

/** A line break inside a string is escaped: those left stand between the parts. */
function indented(value: unknown, margin: string): string {
  return toJson(value, 2).replaceAll('\n', margin)
}
