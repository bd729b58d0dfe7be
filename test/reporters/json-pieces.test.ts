import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonPieces } from '../../src/reporters/json-pieces.ts'
import { toJson } from '../../src/text/escape.ts'

const joined = (value: unknown): string => [...jsonPieces(value)].join('')

describe('JSON in pieces', () => {
  it('is what JSON in one string is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(joined(value)).toBe(toJson(value, 2))
      }),
    )
  })

  it('takes an iterator for an array at any depth', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), items => {
        const frame = (list: unknown): unknown => ({ version: '1', runs: [{ tool: {}, results: list }], after: [] })
        expect(joined(frame(items.values()))).toBe(toJson(frame(items), 2))
      }),
    )
  })

  it('leaves out what is undefined, as JSON does', () => {
    expect(joined({ a: undefined, b: 1 })).toBe(toJson({ b: 1 }, 2))
  })

  it('never holds more than one item', () => {
    const pieces = [...jsonPieces({ list: Array.from({ length: 100 }, (_, i) => ({ i })).values() })]
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThan(40)
  })
})
