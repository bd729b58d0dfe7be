/** TMX: a translation memory as XML. */

export { documentUnits, readTmxDocuments, type TmxDocumentLoss } from './documents.ts'
export { readTmx, type StreamTmxOptions, streamTmx, streamTmxAsync, type Tmx, type TmxHeader } from './read.ts'
export { readSegment } from './read-segment.ts'
export { withTmxTypes, withXliffTypes } from './types.ts'
export { attributeSign, contentId, readUnit, variantNote } from './unit.ts'
export { validateTmx } from './validate.ts'
export { compareCodePoints, sortUnits, type WriteTmxOptions, writeTmx, writeTmxPieces } from './write.ts'
export { type SegmentLoss, writeSegment } from './write-segment.ts'
