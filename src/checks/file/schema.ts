import type { ProjectCheck } from '../check.ts'

/** The file is not well-formed or not valid by its standard; `validate` tells the details. Found while reading. */
export const schema: ProjectCheck = {
  description: { id: 'file/schema', level: 'error', its: 'other', mqm: 'design/other' },
  scope: 'project',
}
