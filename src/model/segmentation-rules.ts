/** Segmentation rules as SRX 2.0 tells them. */

/** `isBreak` false is an exception. Patterns in ICU/Java syntax, as written in the file; `line` counts from one. */
export interface SegmentationRule {
  readonly isBreak: boolean
  readonly before: string
  readonly after: string
  /** Name shown by `--explain`. */
  readonly id?: string
  readonly line?: number
}

/** A named list of rules; the first that fits at a place decides. */
export interface LanguageRule {
  readonly name: string
  readonly rules: readonly SegmentationRule[]
}

/** `pattern` is matched against the whole language tag. */
export interface LanguageMap {
  readonly pattern: string
  readonly languageRule: string
  readonly line?: number
}

/** A whole SRX file. */
export interface SegmentationRules {
  readonly cascade: boolean
  readonly segmentSubflows: boolean
  /** Does a code at the cut go to the segment before (yes) or after (no)? */
  readonly formatHandles: { readonly start: boolean; readonly end: boolean; readonly isolated: boolean }
  readonly languageRules: readonly LanguageRule[]
  readonly languageMaps: readonly LanguageMap[]
}
