import { describe, expect, it } from 'vitest'
import { bar, pace } from '../../src/commands/progress.ts'

describe('progress', () => {
  it.each([
    [0, '░░░░░░░░░░░░░░░░'],
    [0.5, '████████░░░░░░░░'],
    [1, '████████████████'],
    [1.2, '████████████████'],
  ])('draws %d as %s', (share, drawn) => {
    expect(bar(share)).toBe(drawn)
  })

  it.each([
    [{ count: 30_000, share: 0.25 }, 2000, { percent: 25, rate: 15_000, time: '0:06' }],
    [{ count: 500, share: 0.01 }, 1000, { percent: 1, rate: 500, time: '1:39' }],
    [{ count: 500, share: 0 }, 1000, { percent: 0, rate: 500, time: '0:00' }],
    [{ count: 500, share: 1 }, 1000, { percent: 100, rate: 500, time: '0:00' }],
  ])('of %j after %d ms tells the rate and the time left', (done, elapsedMs, expected) => {
    expect(pace(done, elapsedMs)).toEqual(expected)
  })
})
