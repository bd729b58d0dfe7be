import { closeSync, openSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isTerminal } from '../../src/io/terminal.ts'

describe('isTerminal', () => {
  it('takes neither a file nor the null device for a terminal', () => {
    const file = openSync(new URL(import.meta.url), 'r')
    const nothing = openSync('/dev/null', 'r')
    expect([file, nothing].map(each => isTerminal(each))).toEqual([false, false])
    closeSync(file)
    closeSync(nothing)
  })

  it('says no of a closed descriptor', () => {
    expect(isTerminal(987)).toBe(false)
  })
})
