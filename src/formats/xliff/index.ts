/** XLIFF 1.2, 2.0, 2.1, 2.2: read, edited without touching anything else, written, validated. */

export type { Alternatives } from './alternatives-12.ts'
export { editXliff, type XliffEdit } from './edit.ts'
export type { UnitReference, XliffFile } from './file.ts'
export { type Flavour, type XliffVersion, xliffVersions } from './namespaces.ts'
export { readXliff } from './read.ts'
export { readingOf } from './reading.ts'
export { rewriteXliff } from './rewrite.ts'
export { validateXliff } from './validate/index.ts'
export { inVersion2 } from './version-2.ts'
export { inWordsOf, writeXliff } from './write.ts'
export { codeType2, markerType2 } from './write-content-2.ts'
