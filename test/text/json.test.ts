import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonNodeAt, jsonValue, readJson } from '../../src/text/json.ts'
import { expectLinear } from '../growth.ts'

const read = (text: string, comments = false) => jsonValue(readJson(text, { file: 'a.json', comments }))
const failureOf = (text: string) => {
  try {
    read(text)
  } catch (error) {
    return error
  }
  return undefined
}

describe('readJson', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
        const text = JSON.stringify(value)
        expect(JSON.stringify(read(text))).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:1a\\ ') }), text => {
        let isJson = true
        try {
          JSON.parse(text)
        } catch {
          isJson = false
        }
        const failure = failureOf(text)
        if (!isJson) expect(failure).toMatchObject({ name: 'Failure', place: { file: 'a.json' } })
        else if (failure !== undefined) expect(failure).toMatchObject({ code: 'json.duplicate-key' })
      }),
      { numRuns: 500 },
    )
  })

  it('takes __proto__ for a key like any other', () => {
    const value = read('{"__proto__":{"polluted":1},"constructor":2}')
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('names the place of a duplicate key', () => {
    expect(failureOf('{"a":1,\n "a":2}')).toMatchObject({
      code: 'json.duplicate-key',
      data: { key: 'a' },
      place: { start: { line: 2, column: 2 } },
    })
  })

  it.each([
    ['', 'json.empty'],
    ['  \n', 'json.empty'],
    ['{"a":1', 'json.not-well-formed'],
    ['{"a":1} x', 'json.not-well-formed'],
    ['// note\n1', 'json.not-well-formed'],
    ['['.repeat(100_000), 'json.too-deep'],
    ['{"a":'.repeat(100_000), 'json.too-deep'],
  ])('refuses %.20j with %s', (text, code) => {
    expect(failureOf(text)).toMatchObject({ code, place: { file: 'a.json' } })
  })

  it('counts no bracket inside a string as depth', () => {
    expect(read(`"${'['.repeat(1000)}\\"${'{'.repeat(1000)}"`)).toHaveLength(2001)
  })

  it('allows comments and trailing commas only where asked', () => {
    expect(read('{ // note\n "a": [1,], /* [[ */ }', true)).toEqual(Object.assign(Object.create(null), { a: [1] }))
  })

  it('is not slow on strings and comments without an end', () => {
    expectLinear(
      300_000,
      size => `"${'\\"'.repeat(size)}`,
      text => failureOf(text),
    )
    expectLinear(
      300_000,
      size => '/*'.repeat(size),
      text => expect(() => read(text, true)).toThrow(),
    )
  })
})

describe('jsonNodeAt', () => {
  it('finds the node, or the deepest on the way', () => {
    const root = readJson('{"a":[10,{"b":true}]}', { file: 'a.json' })
    expect(jsonNodeAt(root, ['a', 1, 'b'])).toMatchObject({ kind: 'scalar', value: true, start: 14, end: 18 })
    expect(jsonNodeAt(root, ['a', 7, 'b'])).toMatchObject({ kind: 'array' })
    expect(jsonNodeAt(root, ['a', 0, 'b'])).toMatchObject({ kind: 'scalar', value: 10 })
  })
})
