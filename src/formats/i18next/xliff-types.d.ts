/** The part of the package `xliff` we call; it has no types of its own. */
declare module 'xliff' {
  /** A unit, or a group of them. */
  export interface Resource {
    source?: unknown
    target?: unknown
    groupUnits?: Resources
    [other: string]: unknown
  }
  export type Resources = Record<string, Resource>
  export interface XliffObject {
    sourceLanguage: string
    targetLanguage?: string
    /** By namespace: the id (2.0) or `original` (1.2) of a file. */
    resources: Record<string, Resources>
    [other: string]: unknown
  }
  type Callback<Value> = (error: Error | null, value: Value) => void
  export function js2xliff(
    value: XliffObject,
    options: { targetXliffVersion?: string },
    callback: Callback<string>,
  ): void
  export function jsToXliff12(value: XliffObject, options: { indent?: string }, callback: Callback<string>): void
  export function xliff2js(text: string, options: { namespace?: string }, callback: Callback<XliffObject>): void
  export function xliff12ToJs(text: string, options: { namespace?: string }, callback: Callback<XliffObject>): void
}
