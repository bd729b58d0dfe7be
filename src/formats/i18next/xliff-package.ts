/** The door to the package `xliff`: keys and values ↔ XLIFF text. It drops what it does not know: only `bridge.ts` may call it. */

import { js2xliff, jsToXliff12, type XliffObject, xliff2js, xliff12ToJs } from 'xliff'

export type { Resources, XliffObject } from 'xliff'

export type BridgeVersion = '1.2' | '2.0' | '2.1'

/** XLIFF text without XML declaration. */
export function packageWrite(value: XliffObject, version: BridgeVersion): string {
  return version === '1.2'
    ? waitFor(done => jsToXliff12(value, {}, done))
    : waitFor(done => js2xliff(value, { targetXliffVersion: version }, done))
}

export function packageRead(text: string, isVersion12: boolean): XliffObject {
  return isVersion12 ? waitFor(done => xliff12ToJs(text, {}, done)) : waitFor(done => xliff2js(text, {}, done))
}

/** The package calls back before it returns. */
function waitFor<Value>(start: (done: (error: Error | null, value: Value) => void) => void): Value {
  const results: Value[] = []
  start((error, value) => {
    if (error !== null) throw error
    results.push(value)
  })
  const [result] = results
  if (result === undefined) throw new Error('xliff gave no result')
  return result
}
