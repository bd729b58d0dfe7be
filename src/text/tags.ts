/** Literal markup in a text: `<b>`, `</a>`, `<br/>`. Inline codes of XLIFF are no text and not found here. */

export interface Tag {
  readonly start: number
  readonly end: number
  readonly kind: 'open' | 'close' | 'standalone'
  readonly name: string
  readonly written: string
}

/** Name of at most 40, attributes of at most 400 characters; `<` cannot stand inside: linear. */
const pattern = /<(\/?)([A-Za-z][\w:.-]{0,40}|\d{1,3})(\s[^<>]{0,400})?(\/?)>/g

/** Elements that never close. */
const voidElements: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'input',
  'wbr',
  'meta',
  'link',
  'source',
  'area',
  'col',
])

/** Elements that say nothing without attributes: bare, they are values in a usage line (`<link> <name>`). */
const namesOfValues: ReadonlySet<string> = new Set(['link', 'source', 'area', 'input', 'meta', 'col'])

const knownElements: ReadonlySet<string> = new Set(
  'a abbr b big blockquote body center code dd del div dl dt em font h1 h2 h3 h4 h5 h6 head html i ins kbd label li mark nobr ol p pre q qt s samp small span strike strong sub sup table tbody td th thead title tr tt u ul var g x bpt ept ph it'.split(
    ' ',
  ),
)

/** All tags in order. `a < b` and `<->` are none, nor is `<file>` in a usage line: an unknown element counts when it closes. */
export function tags(text: string): readonly Tag[] {
  if (!text.includes('<')) return []
  const found: Tag[] = []
  for (const match of text.matchAll(pattern)) {
    const [written, slash, name = '', attributes = '', selfClosing] = match
    const isStandalone = selfClosing === '/' || attributes.endsWith('/') || voidElements.has(name.toLowerCase())
    const isKnown = slash === '/' || isStandalone || /^\d/.test(name) || knownElements.has(name.toLowerCase())
    // `<source address>` names a value; an element's attributes have values.
    const isValue =
      selfClosing === '' &&
      (/[^\s/]/.test(attributes)
        ? !attributes.includes('=')
        : attributes === '' && namesOfValues.has(name.toLowerCase()))
    if ((!isKnown || isValue) && !text.includes(`</${name}>`)) continue
    const kind = slash === '/' ? 'close' : isStandalone ? 'standalone' : 'open'
    found.push({ start: match.index, end: match.index + written.length, kind, name, written })
  }
  return found
}
