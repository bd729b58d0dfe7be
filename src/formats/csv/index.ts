/** CSV and TSV: bilingual tables and glossaries. */

export { type CsvLoss, readBilingualCsv, type WriteCsvOptions, writeBilingualCsv } from './bilingual.ts'
export { looksLikeTable } from './columns.ts'
export { readGlossaryCsv, writeGlossaryCsv } from './glossary.ts'
export { type Delimiter, readRows, writeRow } from './table.ts'
