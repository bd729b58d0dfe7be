import { describe, expect, it } from 'vitest'
import { linkChunks } from '../scripts/link.ts'

/** Runs a linked program; what it asks of Node is answered by `given`. */
function run(chunks: readonly { readonly name: string; readonly code: string }[], given: object = {}): unknown {
  const program: unknown = new Function(`return ${linkChunks(chunks, 'cli.js')}`)()
  const module = { exports: {} as Record<string, unknown> }
  if (typeof program !== 'function') throw new Error('no function')
  program(module.exports, () => given, module, 'cli.cjs', '.')
  return module.exports.result
}

describe('linkChunks', () => {
  it('joins what chunks import of each other and of Node', () => {
    const chunks = [
      {
        name: 'cli.js',
        code: 'import{a as n}from"./chunk-A.js";import{join as j}from"node:path";exports.result=j(n,"b");',
      },
      { name: 'chunk-A.js', code: 'var t="a";export{t as a};' },
    ]
    expect(run(chunks, { join: (...parts: string[]) => parts.join('/') })).toBe('a/b')
  })

  it('runs a chunk once, and only when something of it is asked for', async () => {
    const chunks = [
      {
        name: 'cli.js',
        code: 'import{a as n}from"./chunk-A.js";import"./chunk-B.js";exports.result=(async()=>[n,(await import("./late.js")).x,(await import("./late.js")).x,globalThis.linkRuns])();',
      },
      { name: 'chunk-A.js', code: 'globalThis.linkRuns=["A"];var t=1;export{t as a};' },
      { name: 'chunk-B.js', code: 'globalThis.linkRuns.push("B");' },
      {
        name: 'late.js',
        code: 'import{a as n}from"./chunk-A.js";globalThis.linkRuns.push("late");var q=n+1;export{q as x};',
      },
    ]
    expect(await run(chunks)).toEqual([1, 2, 2, ['A', 'late']])
  })

  it('gives the exports of a CommonJS module that is loaded later', async () => {
    const chunks = [
      { name: 'cli.js', code: 'exports.result=import("./table.js").then(t=>t.rows);' },
      { name: 'table.js', code: 'var t=()=>({rows:3});export default t();' },
    ]
    expect(await run(chunks)).toBe(3)
  })

  it('refuses what it does not know', () => {
    expect(() => linkChunks([{ name: 'cli.js', code: 'export*from"./other.js";' }], 'cli.js')).toThrow('cli.js')
  })
})
