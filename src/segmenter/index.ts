/** Text to segments. */

export { type ContentPiece, type FormatHandles, segmentContent, standardFormatHandles } from './content.ts'
export { decisions, type Profile, profiles, type Segmented, type SegmentOptions, segment } from './segment.ts'
