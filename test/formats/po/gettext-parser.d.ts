/** The part of gettext-parser we call; the package has no types of its own. */
declare module 'gettext-parser' {
  interface Entry {
    readonly msgid: string
    readonly msgctxt?: string
    readonly msgid_plural?: string
    readonly msgstr: readonly string[]
    readonly comments?: {
      readonly translator?: string
      readonly extracted?: string
      readonly reference?: string
      readonly flag?: string
    }
  }
  interface Catalogue {
    readonly headers: Readonly<Record<string, string>>
    /** Context, then msgid. */
    readonly translations: Readonly<Record<string, Readonly<Record<string, Entry>>>>
  }
  export const po: { parse(text: string): Catalogue }
}
