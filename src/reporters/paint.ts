/** Colours of the terminal, or none. Without colour a word diff shows its signs: `[-old-]{+new+}`. */

export interface Paint {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  cyan(text: string): string
  removed(text: string): string
  added(text: string): string
}

/** SGR codes of ECMA-48: on, off. */
const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const

export function painter(hasColor: boolean): Paint {
  const style = (name: keyof typeof codes) => (text: string) =>
    hasColor ? `\u001B[${codes[name][0]}m${text}\u001B[${codes[name][1]}m` : text
  return {
    bold: style('bold'),
    dim: style('dim'),
    red: style('red'),
    green: style('green'),
    yellow: style('yellow'),
    cyan: style('cyan'),
    removed: text => (hasColor ? `\u001B[31;9m${text}\u001B[39;29m` : `[-${text}-]`),
    added: text => (hasColor ? `\u001B[32;4m${text}\u001B[39;24m` : `{+${text}+}`),
  }
}
