/** TMX: a translation memory as XML. */

export { documentUnits, readTmxDocuments, type TmxDocumentLoss } from './documents.ts'
export { readTmx, type StreamTmxOptions, streamTmx, streamTmxAsync, type Tmx, type TmxHeader } from './read.ts'
export { readSegment, type SegmentLoss, writeSegment } from './segment.ts'
export { withTmxTypes, withXliffTypes } from './types.ts'
export { attributeSign, contentId, readUnit, variantNote } from './unit.ts'
export { validateTmx } from './validate.ts'
export { compareCodePoints, sortUnits, type WriteTmxOptions, writeTmx, writeTmxPieces } from './write.ts'
