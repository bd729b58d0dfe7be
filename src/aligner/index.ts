/** Two lists of segments → Bitext. */

export { type AlignOptions, align } from './align.ts'
