/** One line on stderr that says how far the work is: only on a terminal, and only after a second of work. */

import type { Invocation } from './command.ts'

export interface ProgressLine {
  show(text: string): void
  /** Clears the line. */
  end(): void
}

/** Work shorter than this is over before anyone has read a line about it. */
const silentMs = 1000
const refreshMs = 100

export function progressLine({ isQuiet }: Pick<Invocation, 'isQuiet'>): ProgressLine {
  const isShown = !isQuiet && process.stderr.isTTY === true && !process.env.CI
  const begun = performance.now()
  let last = 0
  let isOnScreen = false
  return {
    show(text) {
      const now = performance.now()
      if (!isShown || now - begun < silentMs || now - last < refreshMs) return
      last = now
      isOnScreen = true
      process.stderr.write(`\r\u001B[2K${text}`)
    },
    end() {
      if (isOnScreen) process.stderr.write('\r\u001B[2K')
    },
  }
}
