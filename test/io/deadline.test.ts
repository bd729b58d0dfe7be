import { describe, expect, it } from 'vitest'
import { DeadlinePassed, startDeadlineWorker } from '../../src/io/index.ts'

describe('a worker with a deadline', () => {
  it('answers with what the function returns, again and again', () => {
    const worker = startDeadlineWorker<number, number>('input => input * 2', 5000)
    expect([worker.run(2), worker.run(3)]).toEqual([4, 6])
    worker.close()
  })

  it('throws what the function throws', () => {
    const worker = startDeadlineWorker<number, number>('() => { throw new Error("told") }', 5000)
    expect(() => worker.run(1)).toThrow('told')
    worker.close()
  })

  it('is ended when one step takes too long, names the step, and works again afterwards', () => {
    const worker = startDeadlineWorker<boolean, number>(
      '(endless, onStep) => { onStep(7); while (endless) {} return 1 }',
      150,
    )
    expect(() => worker.run(true)).toThrow(expect.objectContaining({ step: 7 }))
    expect(() => worker.run(true)).toThrow(DeadlinePassed)
    expect(worker.run(false)).toBe(1)
    worker.close()
  })

  it('gives every step the whole time', () => {
    const slow =
      '(_, onStep) => { for (let s = 0; s < 4; s++) { onStep(s); const end = Date.now() + 120; while (Date.now() < end) {} } return 4 }'
    const worker = startDeadlineWorker<null, number>(slow, 200)
    expect(worker.run(null)).toBe(4)
    worker.close()
  })
})
