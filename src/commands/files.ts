/** Files named on the command line. */

import { resolve } from 'node:path'
import { readBytes } from '../io/index.ts'
import type { Invocation } from './command.ts'

/** Reads a file; failures name it as it was given. */
export function readNamed(invocation: Pick<Invocation, 'folder'>, name: string): Uint8Array {
  return readBytes(namedPath(invocation, name))
}

/** Path of a file named in the arguments. */
export function namedPath({ folder }: Pick<Invocation, 'folder'>, name: string): string {
  return folder === process.cwd() ? name : resolve(folder, name)
}
