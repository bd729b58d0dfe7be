/** Ctrl-C waits for a write to end, and for nothing else: long work is ended at once. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** State of the process, as signals are: whether the handlers stand, and the turn of the event loop in which they go. */
let isHandling = false
let removal: NodeJS.Immediate | undefined

/**
 * Runs short synchronous work that must not be cut in half. A signal that comes meanwhile ends the process right after.
 * Outside of such work no signal is handled, so that Node's default, to end at once, holds also in a long computation.
 */
export function uninterrupted<T>(work: () => T): T {
  if (!isHandling) for (const signal of signals) process.on(signal, endWith)
  isHandling = true
  clearImmediate(removal)
  try {
    return work()
  } finally {
    // A signal that came during the work is only told in the next turn of the event loop.
    clearImmediate(removal)
    removal = setImmediate(removeHandlers)
  }
}

function endWith(signal: NodeJS.Signals): void {
  removeHandlers()
  process.kill(process.pid, signal)
}

function removeHandlers(): void {
  for (const signal of signals) process.off(signal, endWith)
  isHandling = false
}
