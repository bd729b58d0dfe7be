/** The path of a finding as a code host wants it: from the root of the repository, with slashes. */

import type { Finding } from '../model/index.ts'
import type { Report } from './report.ts'

export function repositoryPath({ place }: Pick<Finding, 'place'>, report: Pick<Report, 'repositoryPath'>): string {
  const path = report.repositoryPath?.(place.file) ?? place.file
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
}
