/** Holds the published package to its promises: files, size, number of run-time packages, no install scripts among them. */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const root = new URL('..', import.meta.url).pathname
const mostPackages = 40
const mostMegabytes = 25

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
  readonly bin?: Readonly<Record<string, string>>
}

interface Packed {
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

const faults: string[] = []
const manifest = readManifest(`${root}package.json`)
const runtime = closure(Object.keys(manifest.dependencies ?? {}))
if (runtime.size > mostPackages) faults.push(`${runtime.size} run-time packages, at most ${mostPackages} wanted`)
for (const name of runtime) {
  const { scripts = {} } = readManifest(`${root}node_modules/${name}/package.json`)
  for (const script of ['preinstall', 'install', 'postinstall']) {
    if (scripts[script] !== undefined) faults.push(`${name} runs “${script}” when it is installed`)
  }
}
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
) as [Packed]
const size = packed.unpackedSize / 1e6
if (size > mostMegabytes) faults.push(`${size.toFixed(1)} MB unpacked, at most ${mostMegabytes} wanted`)
const paths = new Set(packed.files.map(({ path }) => path))
for (const needed of [
  'bin/tilmash.cjs',
  'dist/cli.cjs',
  'dist/cli.cache',
  'dist/core-entries.cjs',
  'dist/informal-model.cjs',
  'dist/sentences-ru.cjs',
  'dist/sentences-kk.cjs',
  'dist/index.js',
  'dist/check-thread.cjs',
  'dist/lookup-thread.cjs',
  'dist/index-thread.cjs',
  'dist/types/index.d.ts',
  'dist/locales/en/cli.json',
  'dist/locales/en/report.json',
  'schemas/check.schema.json',
  'schemas/config.schema.json',
  'docs/rules/drift/source-changed.md',
  'LICENSE',
  'README.md',
]) {
  if (!paths.has(needed)) faults.push(`${needed} is not in the package`)
}
for (const path of paths)
  if (/^(src|test|memory|scripts)\//.test(path)) faults.push(`${path} does not belong into the package`)

for (const fault of faults) console.error(fault)
console.log(`${runtime.size} run-time packages, ${paths.size} files, ${size.toFixed(1)} MB unpacked`)
process.exitCode = faults.length === 0 ? 0 : 1

/** Names of the packages that an install without development dependencies brings. */
function closure(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const queue = [...names]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name) || !existsSync(`${root}node_modules/${name}/package.json`)) continue
    found.add(name)
    queue.push(...Object.keys(readManifest(`${root}node_modules/${name}/package.json`).dependencies ?? {}))
  }
  return found
}

function readManifest(path: string): Manifest {
  // Proof: npm has accepted these files as manifests.
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest
}
