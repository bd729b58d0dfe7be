/** Content is the text of a source or target: plain text with inline codes and markers, in the words of XLIFF 2. */

/**
 * An attribute we keep but do not interpret; `name` as written, prefix included. `uri` is the namespace of the prefix where
 * it is not one of XLIFF's own or `xml`.
 */
export interface Attribute {
  readonly name: string
  readonly value: string
  readonly uri?: string
}

/** Plain text inside content. */
export interface Text {
  readonly kind: 'text'
  readonly text: string
}

/** What all inline codes have. `data` is the original code (`<b>`, `%s`) where the file tells it. */
export interface Code {
  readonly id: string
  readonly data?: string
  /** Plain text the code stands for, where the file says so. */
  readonly equiv?: string
  readonly disp?: string
  readonly type?: string
  readonly subType?: string
  readonly dataRef?: string
  /** `canCopy`, `canDelete`, `canReorder`, `copyOf`, `subFlows` and foreign attributes, as written. */
  readonly attributes?: readonly Attribute[]
}

/** Standalone code. */
export interface Placeholder extends Code {
  readonly kind: 'ph'
}

/** Paired code around its children. `data` is the opening code. */
export interface PairedCode extends Code {
  readonly kind: 'pc'
  readonly dataEnd?: string
  readonly dataRefEnd?: string
  readonly children: Content
}

/** Opening code whose end stands elsewhere. */
export interface StartCode extends Code {
  readonly kind: 'sc'
  readonly isolated?: boolean
}

/** Closing code; `startRef` names its {@link StartCode}, or it is isolated and has an id of its own. */
export interface EndCode extends Code {
  readonly kind: 'ec'
  readonly startRef?: string
  readonly isolated?: boolean
}

/** What annotations have. */
export interface Annotation {
  readonly id: string
  readonly type?: string
  readonly ref?: string
  readonly value?: string
  readonly translate?: 'yes' | 'no'
  readonly attributes?: readonly Attribute[]
}

/** An annotation around its children (`mrk`). */
export interface Marker extends Annotation {
  readonly kind: 'mrk'
  readonly children: Content
}

/** The start of an annotation that ends elsewhere (`sm`). */
export interface StartMarker extends Annotation {
  readonly kind: 'sm'
}

/** The end of an annotation (`em`); `startRef` names its start. */
export interface EndMarker {
  readonly kind: 'em'
  readonly startRef: string
}

/** A character XML cannot hold. */
export interface CodePoint {
  readonly kind: 'cp'
  readonly codePoint: number
}

/** One piece of content. */
export type Inline =
  | Text
  | Placeholder
  | PairedCode
  | StartCode
  | EndCode
  | Marker
  | StartMarker
  | EndMarker
  | CodePoint

/** Source and target text. Plain text is Content with one text node; empty content has none. */
export type Content = readonly Inline[]

/** Plain text as Content. */
export function textContent(text: string): Content {
  return text === '' ? [] : [{ kind: 'text', text }]
}

/**
 * U+FFFC OBJECT REPLACEMENT CHARACTER stands for one inline code in {@link plainText}. Markers (mrk, sm, em) take no
 * place; a `pc` takes one before and one after its children; a `cp` is its own code point when Unicode allows it.
 */
export const CODE_CHARACTER = '\uFFFC'

/** The text as a reader sees it, each code one {@link CODE_CHARACTER}. Offsets of checks and segments count in it. */
export function plainText(content: Content): string {
  const only = content[0]
  if (content.length === 1 && only?.kind === 'text') return only.text
  let text = ''
  for (const inline of content) text += plainInline(inline)
  return text
}

function plainInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'pc':
      return CODE_CHARACTER + plainText(inline.children) + CODE_CHARACTER
    case 'mrk':
      return plainText(inline.children)
    case 'ph':
    case 'sc':
    case 'ec':
      return CODE_CHARACTER
    case 'cp':
      return String.fromCodePoint(inline.codePoint)
    case 'sm':
    case 'em':
      return ''
    default:
      return inline satisfies never
  }
}

/** True when the content has no text and no code. */
export function isEmptyContent(content: Content | undefined): boolean {
  return content === undefined || plainText(content) === ''
}
