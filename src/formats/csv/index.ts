/** CSV and TSV: bilingual tables and glossaries. */

export { readBilingualCsv } from './bilingual.ts'
export { looksLikeTable } from './columns.ts'
export { readGlossaryCsv, writeGlossaryCsv } from './glossary.ts'
export { type Delimiter, readRows, writeRow } from './table.ts'
export { type CsvLoss, type WriteCsvOptions, writeBilingualCsv } from './write-bilingual.ts'
