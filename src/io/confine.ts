/** Keeps paths from files inside the project. */

import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { Failure, type Place } from '../model/index.ts'

/**
 * Absolute path of `path`, which must lie inside `root`, links followed.
 * @throws Failure `path.outside-project` with the place in the config that named it.
 */
export function confine(root: string, path: string, place?: Place): string {
  const absolute = resolve(root, path)
  const isForeignStyle = /^[A-Za-z]:|\\|\0/.test(path) || isAbsolute(path)
  if (isForeignStyle || !isInside(resolve(root), absolute) || !isInside(realpathSync(root), realAncestor(absolute))) {
    throw new Failure('path.outside-project', { data: { path }, ...(place && { place }) })
  }
  return absolute
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** The path with its links followed, as far as it exists. */
function realAncestor(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : realAncestor(parent)
  }
}
