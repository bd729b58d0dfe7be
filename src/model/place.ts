/** Where something stands in a file. */

/** Counted from one; `column` in UTF-16 units, as editors and SARIF count. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A stretch of a file; `end` is exclusive. `file` is the path as the user gave it. */
export interface Place {
  readonly file: string
  readonly start: Position
  readonly end: Position
}

/** Half-open stretch `[start, end)`, UTF-16 units of a decoded text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A place of no width at `line:column`. */
export function placeAt(file: string, line: number, column: number): Place {
  const start: Position = { line, column }
  return { file, start, end: start }
}

/** `file:line:column`, clickable in every terminal. */
export function formatPlace(place: Place): string {
  return `${place.file}:${place.start.line}:${place.start.column}`
}
