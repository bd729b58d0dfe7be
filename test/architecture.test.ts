import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('../src', import.meta.url).pathname

/** Change this table first, then the code. */
const floors: Readonly<Record<string, number>> = {
  model: 0,
  text: 1,
  messages: 1,
  lexicon: 1,
  io: 1,
  formats: 2,
  segmenter: 2,
  aligner: 2,
  memory: 2,
  checks: 2,
  reporters: 2,
  workflow: 3,
  commands: 4,
}
/** On floor 1 pure functions on strings serve the others. */
const lowerOnFloorOne = 'text'
/** Where `node:` may be imported: machines of files and databases, and from floor 3 up. */
const nodeFolders = ['io', 'memory/engines', 'formats/docx', 'workflow', 'commands']

interface Import {
  readonly from: string
  readonly to: string
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => normalize(name))
const imports: readonly Import[] = files.flatMap(importsOf)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'|\bimport\('([^']+)'\)/g
  return [...text.matchAll(pattern)].map(match => {
    const word = match[1] ?? match[2] ?? match[3] ?? ''
    return { from: file, to: word.startsWith('.') ? relative(root, join(root, dirname(file), word)) : word }
  })
}

const folderOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '')
const inside = imports.filter(({ to }) => files.includes(to))

describe('architecture', () => {
  it('reads the imports of every file', () => {
    expect(imports.length).toBeGreaterThan(files.length / 2)
  })

  it('has no folder without a floor', () => {
    const folders = new Set(files.map(folderOf).filter(folder => folder !== ''))
    expect([...folders].filter(folder => floors[folder] === undefined)).toEqual([])
  })

  it('imports lower floors only', () => {
    const wrong = inside.filter(({ from, to }) => {
      const [a, b] = [folderOf(from), folderOf(to)]
      if (a === '' || a === b) return false
      if (floors[a] === 1 && floors[b] === 1) return b !== lowerOnFloorOne
      return (floors[b] ?? 9) >= (floors[a] ?? 9)
    })
    expect(wrong).toEqual([])
  })

  it('has no circle of imports, type imports counted', () => {
    expect(circle(files, inside)).toEqual([])
  })

  it('uses node: only where files and processes are', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        to.startsWith('node:') && folderOf(from) !== '' && !nodeFolders.some(folder => from.startsWith(`${folder}/`)),
    )
    expect(wrong).toEqual([])
  })

  it('has one door for each dependency', () => {
    const doors = new Map<string, Set<string>>()
    for (const { from, to } of imports) {
      if (
        to.startsWith('node:') ||
        files.includes(to) ||
        to.startsWith('..') ||
        to.endsWith('.json') ||
        to.endsWith('.ts')
      )
        continue
      doors.set(to, (doors.get(to) ?? new Set()).add(from))
    }
    expect([...doors].filter(([, from]) => from.size > 1).map(([to, from]) => [to, [...from]])).toEqual([])
  })
})

/** The first circle found, as a list of files; empty when there is none. */
function circle(nodes: readonly string[], edges: readonly Import[]): readonly string[] {
  const next = Map.groupBy(edges, ({ from }) => from)
  const done = new Set<string>()
  const path: string[] = []
  function visit(node: string): readonly string[] {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node]
    if (done.has(node)) return []
    path.push(node)
    for (const { to } of next.get(node) ?? []) {
      const found = visit(to)
      if (found.length > 0) return found
    }
    path.pop()
    done.add(node)
    return []
  }
  for (const node of nodes) {
    const found = visit(node)
    if (found.length > 0) return found
  }
  return []
}
