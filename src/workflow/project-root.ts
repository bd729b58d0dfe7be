/** Where a project is; nothing of it is read. */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const configName = 'tilmash.config.json'

/** Gives the bytes of a file by its path (in a project: relative to its root); undefined where there is none. */
export type FileReader = (path: string) => Uint8Array | undefined

/** Folder of the nearest `tilmash.config.json`, from `folder` upwards. */
export function findProjectRoot(folder: string): string | undefined {
  if (existsSync(join(folder, configName))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : findProjectRoot(parent)
}
