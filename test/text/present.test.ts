import { expect, test } from 'vitest'
import { present } from '../../src/text/present.ts'

test('what is there is given back, nothing is a mistake', () => {
  expect(['a', 'b'].map((_, i) => present(['', undefined, 0][i * 2]))).toEqual(['', 0])
  expect(() => present([].at(0))).toThrow(RangeError)
})
