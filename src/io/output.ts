/** Writing to stdout and stderr without the streams of Node, which take two milliseconds to make. */

import { writeSync } from 'node:fs'

const pauseMs = 2

/**
 * Writes all of it, waiting where the reader of a pipe is slow. A reader that has gone away (`| head`) ends the process in silence.
 */
export function writeOut(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
    }
  }
}
