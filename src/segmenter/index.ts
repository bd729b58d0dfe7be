/** Text to segments. */

export { type ContentPiece, type FormatHandles, segmentContent, standardFormatHandles } from './content.ts'
export type { Decision } from './scanner.ts'
export { decisions, type Profile, profiles, type Segmented, type SegmentOptions, segment } from './segment.ts'
export { shippedRules } from './shipped-rules.ts'
export { type CompiledRule, compileRules, matchRules, type RuleMatcher, type RuleSegmenter } from './srx/engine.ts'
export { inspectRules, type RuleFlaw, type RuleFlawKind } from './srx/inspect.ts'
export { type ParagraphJoiner, paragraphJoiner, segmentStream } from './stream.ts'
