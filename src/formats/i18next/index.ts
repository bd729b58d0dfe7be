/** i18next JSON (v4). */

export { type Bridged, i18nextToXliff, xliffToI18next } from './bridge.ts'
export { type I18nextEntry, type I18nextFile, pathId, readEntries } from './entries.ts'
export { languageOfPath, readI18next } from './read.ts'
export { codeText, type I18nextLoss, type WriteI18nextOptions, writeI18next } from './write.ts'
