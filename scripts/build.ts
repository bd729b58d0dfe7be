/**
 * Builds dist/: the CLI as one CommonJS file with its code cache, the library as an ES module, declarations; and the JSON
 * Schema of the config.
 */

import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { configShape } from '../src/workflow/config-shape.ts'
import { linkChunks } from './link.ts'

const root = new URL('..', import.meta.url).pathname

const smallFile = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ru">
  <file id="f1"><unit id="u1"><segment id="s1" state="translated"><source>Open 2 files.</source><target>Откройте 2 файла.</target></segment></unit></file>
</xliff>
`

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  // jsonc-parser's CommonJS build asks for its parts at run time, which a bundle does not have.
  mainFields: ['module', 'main'],
  target: 'node24',
  // Left as literals, which are compiled when first used; esbuild would call a constructor each time.
  supported: { 'regexp-unicode-property-escapes': true },
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
}

/** Large tables that only some runs read: each a file of its own, loaded when one of its names is first used. */
const tables = [
  'src/lexicon/core-entries.ts',
  'src/segmenter/informal-model.ts',
  'src/messages/sentences-ru.ts',
  'src/messages/sentences-kk.ts',
]

// Built beside and put in place at the end: a tool that runs meanwhile finds the old one.
const fresh = `${root}dist.new`
rmSync(fresh, { recursive: true, force: true })
await buildTool()
await build({
  ...common,
  entryPoints: tables,
  outdir: 'dist.new',
  entryNames: '[name]',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  charset: 'utf8',
})
// What threads run; started by the tool and by the library.
await build({
  ...common,
  entryPoints: ['check-thread', 'lookup-thread', 'index-thread'].map(name => `src/workflow/${name}.ts`),
  outdir: 'dist.new',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  define: { 'import.meta.dirname': '__dirname' },
})
await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: 'dist.new/index.js',
  format: 'esm',
  charset: 'utf8',
  // CommonJS packages in the bundle ask for Node's own modules through require.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
})
execFileSync(
  process.execPath,
  [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.build.json`, '--outDir', `${fresh}/types`],
  {
    stdio: 'inherit',
  },
)
// The declarations name their keys by the English sentences, from where they stand in dist/types.
cpSync(`${root}locales/en`, `${fresh}/locales/en`, { recursive: true })
rmSync(`${root}dist`, { recursive: true, force: true })
renameSync(fresh, `${root}dist`)
writeCodeCache()

const schema = toJsonSchema(configShape, { target: 'draft-2020-12', errorMode: 'ignore' })
writeFileSync(
  `${root}schemas/config.schema.json`,
  `${JSON.stringify({ ...schema, $id: 'config.schema.json', title: 'tilmash.config.json' }, null, 2)}\n`,
)

/** The names each module exports, by its absolute path. */
async function exportsOf(modules: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { metafile } = await build({
    ...common,
    entryPoints: [...modules],
    outdir: 'dist.new',
    format: 'esm',
    write: false,
    metafile: true,
  })
  return new Map(
    Object.values(metafile.outputs).map(({ entryPoint = '', exports }) => [join(root, entryPoint), exports] as const),
  )
}

/** Puts a door in the place of each module, which opens when one of its exports is asked for. */
function loadedLate(modules: ReadonlyMap<string, readonly string[]>): Plugin {
  return {
    name: 'loaded-late',
    setup(builder) {
      // A namespace of its own: the package says that its files are ES modules, which have no getters for exports.
      builder.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) =>
        modules.has(join(resolveDir, path)) ? { path: join(resolveDir, path), namespace: 'late' } : undefined,
      )
      builder.onLoad({ filter: /./, namespace: 'late' }, ({ path }) => {
        const file = JSON.stringify(`./${basename(path, '.ts')}.cjs`)
        const door = (name: string): string =>
          `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require(${file}).${name} })`
        return { contents: (modules.get(path) ?? []).map(door).join('\n') }
      })
      builder.onResolve({ filter: /\.cjs$/, namespace: 'late' }, ({ path }) => ({ path, external: true }))
    },
  }
}

/** `dist.new/cli.cjs`: one function expression, which `bin/tilmash.cjs` calls. */
async function buildTool(): Promise<void> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['src/cli.ts'],
    outdir: 'dist.new',
    format: 'esm',
    splitting: true,
    write: false,
    legalComments: 'external',
    define: { 'import.meta.dirname': '__dirname' },
    plugins: [loadedLate(await exportsOf(tables))],
  })
  const files = outputFiles.map(({ path, text }) => ({ name: basename(path), code: text }))
  const chunks = files.filter(({ name }) => name.endsWith('.js'))
  const licences = files.filter(({ name }) => name.endsWith('.LEGAL.txt')).map(({ code }) => code)
  mkdirSync(fresh, { recursive: true })
  writeFileSync(`${fresh}/cli.cjs`, ascii(linkChunks(chunks, 'cli.js')))
  if (licences.length > 0) writeFileSync(`${fresh}/cli.cjs.LEGAL.txt`, licences.join('\n'))
}

/**
 * One byte a character, so that it is read and kept without decoding: an escape means the same in a pattern, a string and a
 * template; only `String.raw` would see it, so that is not used with such letters.
 */
function ascii(code: string): string {
  if (code.includes('String.raw')) throw new Error('String.raw cannot be escaped: write the string in another way')
  return code.replace(/[^\x00-\x7F]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * Runs a small check and keeps what V8 compiled for it. A small one: what only long texts need (the lexicon) would make the
 * cache larger, and every start slower, than compiling it when it is needed.
 */
function writeCodeCache(): void {
  const folder = mkdtempSync(join(tmpdir(), 'tilmash-build-'))
  try {
    writeFileSync(join(folder, 'one.xlf'), smallFile)
    execFileSync(process.execPath, [`${root}bin/tilmash.cjs`, 'check', 'one.xlf'], {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, TILMASH_WRITE_CODE_CACHE: `${root}dist/cli.cache` },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
