import { expect } from 'vitest'

/** Four times the text is four times the work; where it grows with the square, sixteen times. The line lies between. */
const mostGrowth = 9
/** Milliseconds in which garbage is collected and code compiled, whatever the work. */
const slack = 400

/**
 * Fails when time grows faster than the text: the text of `size` and that of a quarter of it are measured in the same run, in
 * time of the processor, so that a busy machine changes nothing.
 */
export function expectLinear(size: number, textOf: (size: number) => string, work: (text: string) => void): void {
  const [small, large] = [textOf(size / 4), textOf(size)]
  const quarter = processorTime(() => work(small))
  expect(processorTime(() => work(large))).toBeLessThan(quarter * mostGrowth + slack)
}

/** Milliseconds. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
