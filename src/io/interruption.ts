/** Ctrl-C waits for a write to end, and for nothing else: long work is ended at once. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs short synchronous work that must not be cut in half. A signal that comes meanwhile ends the process right after.
 * Outside of such work no signal is handled, so that Node's default, to end at once, holds also in a long computation.
 */
export function uninterrupted<T>(work: () => T): T {
  const listeners = signals.map(signal => {
    const listener = (): void => {
      removeAll()
      process.kill(process.pid, signal)
    }
    process.on(signal, listener)
    return [signal, listener] as const
  })
  const removeAll = (): void => {
    for (const [signal, listener] of listeners) process.off(signal, listener)
  }
  try {
    return work()
  } finally {
    // A signal that came during the work is only told in the next turn of the event loop.
    setImmediate(removeAll)
  }
}
