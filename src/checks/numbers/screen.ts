/** What a program shows, drawn with blanks: three lines or more in columns. Its numbers are an example. */
export function isScreen(text: string): boolean {
  return text.includes('    ') && text.split('\n').filter(line => /\S {4,}\S/.test(line)).length >= 3
}
