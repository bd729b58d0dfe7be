/** How many columns a text takes on a terminal. */

/** Combining marks take none, East Asian wide characters and emoji two (Unicode Standard Annex #11, coarse). */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** The text cut to `columns`, with `…` where something is left out. */
export function truncate(text: string, columns: number): string {
  let width = 0
  let cut = 0
  for (const character of text) {
    width += characterWidth(character)
    if (width <= columns - 1) cut += character.length
    if (width > columns) return `${text.slice(0, cut)}…`
  }
  return text
}

function characterWidth(character: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0
  return /^[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]$/u.test(
    character,
  )
    ? 2
    : 1
}
