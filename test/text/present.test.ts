import { expect, test } from 'vitest'
import { at, present, valueAt } from '../../src/text/present.ts'

test('what is there is given back, nothing is a mistake', () => {
  expect(['a', 'b'].map((_, i) => present(['', undefined, 0][i * 2]))).toEqual(['', 0])
  expect(() => present([].at(0))).toThrow(RangeError)
})

test('gives what is there, also what is empty or nought', () => {
  expect([at(['a', ''], 1), at(new Int32Array(1), 0), valueAt(new Map([['k', 0]]), 'k')]).toEqual(['', 0, 0])
})

test('what is not there is said, not guessed', () => {
  for (const index of [-1, 1, 0.5]) expect(() => at(['a'], index)).toThrow(RangeError)
  expect(() => valueAt(new Map(), 'k')).toThrow(RangeError)
})
