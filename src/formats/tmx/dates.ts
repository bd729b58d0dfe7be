/** TMX writes dates as `20020125T210600Z` (ISO 8601 basic, UTC); the model as `2002-01-25T21:06:00Z`. */

/** The model's date, or the text as it stands when it is none. */
export function fromTmxDate(text: string): string {
  if (!/^\d{8}T\d{6}Z$/.test(text)) return text
  const part = (start: number): string => text.slice(start, start + 2)
  return `${text.slice(0, 4)}-${part(4)}-${part(6)}T${part(9)}:${part(11)}:${part(13)}Z`
}

/** The date of TMX; fractions of a second are cut, what is no date of the model stays as it is. */
export function toTmxDate(text: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(text)
  if (found === null) return text
  const [, year, month, day, hour, minute, second] = found
  return `${year}${month}${day}T${hour}${minute}${second}Z`
}

/** True for a date as TMX wants it, with month, day, hour, minute and second in range. */
export function isTmxDate(text: string): boolean {
  return /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)Z$/.test(text)
}
