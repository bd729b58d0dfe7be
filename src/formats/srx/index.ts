/** SRX: segmentation rules as XML. */

export { readSrx, type Srx, srxUri } from './read.ts'
export { validateSrx } from './validate.ts'
export { writeSrx } from './write.ts'
