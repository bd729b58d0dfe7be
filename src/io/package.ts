/** Files of our own package: pages of rules, schemas. */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Absolute path of a file of the package; the same for the sources and for the bundle. */
export function packageFile(...path: readonly string[]): string {
  return join(packageRoot(import.meta.dirname), ...path)
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new RangeError('the package has no package.json')
  return packageRoot(parent)
}
