/** PO: message catalogues of gettext. */

export { readPo } from './read.ts'
