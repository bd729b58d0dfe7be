/** Is there a person at the other end? Asked without loading Node's streams, which takes as long as checking a small file. */

import { fstatSync, statSync } from 'node:fs'

/** True when the descriptor (1 stdout, 2 stderr) is a terminal; false also when it is closed. */
export function isTerminal(descriptor: number): boolean {
  return mayBeTerminal(descriptor) && process.getBuiltinModule('node:tty').isatty(descriptor)
}

/** A file and a pipe are none, nor is the null device, to which scripts send what nobody reads. */
function mayBeTerminal(descriptor: number): boolean {
  if (process.platform === 'win32') return true
  try {
    const stream = fstatSync(descriptor)
    return stream.isCharacterDevice() && stream.rdev !== statSync('/dev/null').rdev
  } catch {
    return false
  }
}
