/** Raw characters of an XML file → what they mean. The strict pass has refused what has no meaning. */

/** Character data: line ends LF, references resolved. */
export function resolveText(raw: string): string {
  const text = unixLines(raw)
  return text.includes('&') ? resolveReferences(text) : text
}

/** An attribute's value: white space as XML 1.0 section 3.3.3 says, references resolved. */
export function resolveAttribute(raw: string): string {
  return /[&\t\n\r]/.test(raw) ? resolveReferences(raw.replace(/\r\n?|[\t\n]/g, ' ')) : raw
}

export function unixLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** The entities that need no declaration; every other one has been refused. */
export const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** By hand, since a call of a function for each match costs more than all the rest. */
function resolveReferences(raw: string): string {
  let text = ''
  let from = 0
  for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', from)) {
    const end = raw.indexOf(';', at)
    text += raw.slice(from, at) + referenced(raw.slice(at + 1, end))
    from = end + 1
  }
  return text + raw.slice(from)
}

/** `amp`, `#38`, `#x26`. */
function referenced(name: string): string {
  const known = predefined.get(name)
  if (known !== undefined) return known
  return String.fromCodePoint(name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10))
}
