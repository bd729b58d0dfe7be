/** One side of a pair, read once: each check asks for what it needs and the answer is kept. */

import { type KnownWord, wordBook } from '../lexicon/known-words.ts'
import { type Content, type Inline, type Language, plainText } from '../model/index.ts'
import { type MonthMention, monthMentions } from '../text/months.ts'
import { type NumberMention, numberMentions } from '../text/numbers.ts'
import { type Placeholder, type PlaceholderKind, placeholders } from '../text/placeholders.ts'
import { type QuoteMark, quoteMarks } from '../text/quotes.ts'
import { type Tag, tags } from '../text/tags.ts'
import { type UrlMention, urls } from '../text/urls.ts'
import { type Word, words } from '../text/words.ts'

/** An inline code or literal tag. */
export interface MarkupMention {
  readonly start: number
  readonly end: number
  readonly kind: 'open' | 'close' | 'standalone'
  /** Equal in source and target for what must be the same code. */
  readonly key: string
  /** What a person sees: `<b>`, or the id. */
  readonly written: string
  /** Pairs an opening with its closing. */
  readonly pairKey: string
  readonly literal: boolean
}

/** A placeholder, literal or in an inline code. */
export type PlaceholderMention = Placeholder & { readonly written: string }

export class TextView {
  readonly text: string
  readonly content: Content
  readonly language: Language
  /** Placeholders of other kinds are plain text here; undefined: all kinds count. */
  readonly kinds: ReadonlySet<PlaceholderKind> | undefined

  constructor(content: Content, language: Language, kinds?: ReadonlySet<PlaceholderKind>) {
    this.kinds = kinds
    this.content = content
    this.text = plainText(content)
    this.language = language
  }

  #lower: string | undefined
  get lower(): string {
    this.#lower ??= this.text.toLowerCase()
    return this.#lower
  }

  #codes: Codes | undefined
  get #allCodes(): Codes {
    this.#codes ??= readCodes(this.content, this.text, this.kinds)
    return this.#codes
  }

  /** Inline codes and literal tags, in order. */
  get markup(): readonly MarkupMention[] {
    return this.#allCodes.markup
  }

  get placeholders(): readonly PlaceholderMention[] {
    return this.#allCodes.placeholders
  }

  #urls: readonly UrlMention[] | undefined
  get urls(): readonly UrlMention[] {
    this.#urls ??= urls(this.text)
    return this.#urls
  }

  #masked: string | undefined
  /** The text with placeholders, literal tags, references (`&#38;`) and addresses as U+FFFC, same length: for checks of language. */
  get masked(): string {
    this.#masked ??= mask(this.text, [...this.markup, ...this.placeholders, ...this.urls, ...references(this.text)])
    return this.#masked
  }

  #words: readonly Word[] | undefined
  /** Words of the masked text. */
  get words(): readonly Word[] {
    this.#words ??= words(this.masked)
    return this.#words
  }

  #known: readonly KnownWord[] | undefined
  /** What is known of each of the words. */
  get known(): readonly KnownWord[] {
    if (this.#known === undefined) {
      const lookUp = wordBook(this.language)
      this.#known = this.words.map(word => lookUp(word.text))
    }
    return this.#known
  }

  #numbers: readonly NumberMention[] | undefined
  get numbers(): readonly NumberMention[] {
    this.#numbers ??= numberMentions(this.masked, this.language)
    return this.#numbers
  }

  #months: readonly MonthMention[] | undefined
  get months(): readonly MonthMention[] {
    this.#months ??= monthMentions(this.masked, this.language)
    return this.#months
  }

  #quotes: readonly QuoteMark[] | undefined
  get quotes(): readonly QuoteMark[] {
    this.#quotes ??= quoteMarks(this.masked)
    return this.#quotes
  }

  #script: ScriptCount | undefined
  /** Letters by script, masked parts left out. */
  get script(): ScriptCount {
    this.#script ??= countScripts(this.masked)
    return this.#script
  }
}

/** Characters by their numbers, left as text: `&#8217;`, `&#x2019;`. */
function references(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!text.includes('&#')) return []
  return [...text.matchAll(/&#(?:\d{1,7}|x[\da-fA-F]{1,6});/g)].map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
  }))
}

export interface ScriptCount {
  readonly latin: number
  readonly cyrillic: number
  readonly other: number
}

function countScripts(text: string): ScriptCount {
  let latin = 0
  let cyrillic = 0
  let other = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7)
    )
      latin++
    else if (code >= 0x400 && code <= 0x52f) cyrillic++
    else if (code >= 0x370 && code !== 0xfffc && (code < 0x2000 || code > 0x2bff) && code < 0xfe00) other++
  }
  return { latin, cyrillic, other }
}

function mask(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  if (spans.length === 0) return text
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let masked = ''
  let last = 0
  for (const { start, end } of sorted) {
    if (end <= last) continue
    const from = Math.max(start, last)
    masked += text.slice(last, from) + '\uFFFC'.repeat(end - from)
    last = end
  }
  return masked + text.slice(last)
}

interface Codes {
  readonly markup: readonly MarkupMention[]
  readonly placeholders: readonly PlaceholderMention[]
}

const noCodes: Codes = { markup: [], placeholders: [] }

function readCodes(content: Content, text: string, kinds: TextView['kinds']): Codes {
  const hasInline = content.some(inline => inline.kind !== 'text')
  if (!hasInline && !/[<{%$]/.test(text)) return noCodes
  const markup: MarkupMention[] = []
  const found: PlaceholderMention[] = []
  if (hasInline) readInline(content, 0, { markup, found, names: new Map() })
  const all = placeholders(text, kinds?.has('printf') && kinds.size < 4)
  const literal = kinds === undefined ? all : all.filter(({ kind }) => kinds.has(kind))
  for (const placeholder of literal)
    found.push({ ...placeholder, written: text.slice(placeholder.start, placeholder.end) })
  for (const tag of tags(text)) {
    if (!literal.some(({ start, end }) => tag.start >= start && tag.end <= end)) markup.push(literalTag(tag))
  }
  return {
    markup: markup.sort((a, b) => a.start - b.start || a.end - b.end),
    placeholders: found.sort((a, b) => a.start - b.start),
  }
}

function literalTag(tag: Tag): MarkupMention {
  const { start, end, kind, name, written } = tag
  return { start, end, kind, key: `${kind}:${name}`, written, pairKey: name, literal: true }
}

interface CodeCollector {
  readonly markup: MarkupMention[]
  readonly found: PlaceholderMention[]
  /** Names of opening codes by id, for the `ec` that names only its start. */
  readonly names: Map<string, string>
}

/** Walks the content, counting offsets as `plainText` does; returns the offset after it. */
function readInline(content: Content, offset: number, into: CodeCollector): number {
  const { markup, names } = into
  let at = offset
  for (const inline of content) {
    switch (inline.kind) {
      case 'text':
        at += inline.text.length
        break
      case 'pc': {
        const name = codeName(inline)
        markup.push(code(at, 'open', name, inline.id))
        at = readInline(inline.children, at + 1, into)
        markup.push(code(at, 'close', name, inline.id))
        at++
        break
      }
      case 'sc':
        names.set(inline.id, codeName(inline))
        markup.push(code(at, 'open', codeName(inline), inline.id))
        at++
        break
      case 'ec':
        markup.push(
          code(
            at,
            'close',
            names.get(inline.startRef ?? '') ?? inline.startRef ?? codeName(inline),
            inline.startRef ?? inline.id,
          ),
        )
        at++
        break
      case 'ph':
        readPlaceholderCode(inline, at, into)
        at++
        break
      case 'mrk':
        at = readInline(inline.children, at, into)
        break
      case 'cp':
        at += String.fromCodePoint(inline.codePoint).length
        break
      case 'sm':
      case 'em':
        break
      default:
        return inline satisfies never
    }
  }
  return at
}

function codeName(inline: Extract<Inline, { kind: 'pc' | 'sc' | 'ec' | 'ph' }>): string {
  return inline.data ?? inline.dataRef ?? inline.equiv ?? inline.disp ?? inline.id
}

function code(at: number, kind: MarkupMention['kind'], name: string, id: string): MarkupMention {
  return { start: at, end: at + 1, kind, key: `${kind}:#${name}`, written: name, pairKey: `#${id}`, literal: false }
}

/** `%s` protected by an inline code is compared as the placeholder it is, so that it may stand as bare text on the other side. */
function readPlaceholderCode(
  inline: Extract<Inline, { kind: 'ph' }>,
  at: number,
  { markup, found }: CodeCollector,
): void {
  const data = inline.data ?? inline.equiv ?? inline.disp
  const inner = data === undefined ? [] : placeholders(data)
  const only = inner[0]
  if (data !== undefined && inner.length === 1 && only !== undefined && only.start === 0 && only.end === data.length) {
    found.push({ ...only, start: at, end: at + 1, written: data })
    return
  }
  const tag = data === undefined ? undefined : tags(data)[0]
  if (data !== undefined && tag !== undefined && tag.end === data.length && tag.kind !== 'standalone') {
    markup.push({ ...literalTag(tag), start: at, end: at + 1, literal: false })
    return
  }
  markup.push({ ...code(at, 'standalone', codeName(inline), inline.id) })
}
