/** TBX: a glossary as XML. */

export { readTbx, type Tbx } from './read.ts'
export { validateTbx } from './validate.ts'
export { type WriteTbxOptions, writeTbx } from './write.ts'
