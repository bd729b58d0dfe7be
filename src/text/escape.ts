/** Makes text from data harmless for the medium that shows it. */

/** C0 but tab and newline, DEL, C1, soft hyphen, invisible and bidi controls, line separators, byte order mark, lone surrogates. */
const unsafeOnTerminal =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** What JSON.stringify leaves raw though a terminal or editor would obey it. */
const unsafeInJson = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

/** For a terminal or a log: control and bidi characters become `\uXXXX`. Tabs and line breaks stay. */
export function escapeTerminal(text: string): string {
  return text.replace(unsafeOnTerminal, escapeUnit)
}

/** For one line of a terminal or log: line breaks and tabs are shown too, as `\n`, `\t`. */
export function escapeLine(text: string): string {
  return escapeTerminal(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t')
}

/** JSON with every control and bidi character escaped. `indent` as in JSON.stringify. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(unsafeInJson, escapeUnit)
}

/** What XML 1.0 cannot hold. */
const illegalInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** For XML and HTML text and quoted attributes; what XML cannot hold, and bidi controls, become `\uXXXX`. */
export function escapeXml(text: string): string {
  return escapeTerminal(text.replace(illegalInXml, escapeUnit))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
