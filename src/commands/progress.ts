/** One line on stderr that says how far the work is: only on a terminal, and only after a second of work. */

import { isTerminal } from '../io/terminal.ts'
import type { Invocation } from './command.ts'

export interface ProgressLine {
  show(text: string): void
  /** A bar with what is done, how fast it goes and how long it will take; `text` says what is counted. */
  showShare(progress: ShareDone, text: () => string): void
  /** Clears the line. */
  end(): void
}

export interface ShareDone {
  /** Things done so far, for the rate. */
  readonly count: number
  /** Of all the work, 0..1. */
  readonly share: number
}

/** Work shorter than this is over before anyone has read a line about it. */
const silentMs = 1000
const refreshMs = 100

export function progressLine({ isQuiet, messages }: Pick<Invocation, 'isQuiet' | 'messages'>): ProgressLine {
  const begun = now()
  // Asked when there is something to say: most work is over before.
  let isShown: boolean | undefined
  let last = 0
  let isOnScreen = false
  /** What comes before the counting, such as opening an index, says nothing of its rate. */
  let counting: number | undefined
  const isDue = (): boolean => {
    const time = now()
    if (time - begun < silentMs || time - last < refreshMs) return false
    isShown ??= !isQuiet && !process.env.CI && isTerminal(2)
    return isShown
  }
  const show = (text: string): void => {
    if (!isDue()) return
    last = now()
    isOnScreen = true
    // A line that is broken by the terminal would not be cleared whole.
    process.stderr.write(`\r\u001B[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`)
  }
  return {
    show,
    showShare(done, text) {
      counting ??= now()
      if (!isDue()) return
      const left = messages.report('progress.left', pace(done, now() - counting))
      show(`${bar(done.share)} ${text()} · ${left}`)
    },
    end() {
      if (isOnScreen) process.stderr.write('\r\u001B[2K')
    },
  }
}

/** Milliseconds since the process began; the global clock would load a module first. */
function now(): number {
  return process.uptime() * 1000
}

const barWidth = 16

/** `███░░░`. */
export function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * barWidth)
  return '█'.repeat(full) + '░'.repeat(barWidth - full)
}

/** Whole percent, things a second, and the time left as `m:ss`, when it goes on as it went. */
export function pace({ count, share }: ShareDone, elapsedMs: number): { percent: number; rate: number; time: string } {
  const leftSeconds = share > 0 ? Math.ceil((elapsedMs * (1 - share)) / share / 1000) : 0
  const time = `${Math.floor(leftSeconds / 60)}:${String(leftSeconds % 60).padStart(2, '0')}`
  return { percent: Math.floor(share * 100), rate: Math.round((count / Math.max(1, elapsedMs)) * 1000), time }
}
