import { expect, it } from 'vitest'
import { batches } from '../../src/text/batches.ts'

it('joins small pieces to larger ones and loses none', () => {
  expect([...batches(['ab', 'c', '', 'def', 'g'], 3)]).toEqual(['abc', 'def', 'g'])
  expect([...batches([])]).toEqual([])
})
