/** Builds dist/: the CLI and the library as ES modules with shared, lazily loaded chunks; then declarations and schemas. */

import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { toJsonSchema } from '@valibot/to-json-schema'
import { build } from 'esbuild'
import { configShape } from '../src/workflow/config-shape.ts'

const root = new URL('..', import.meta.url).pathname

rmSync(`${root}dist`, { recursive: true, force: true })
await build({
  absWorkingDir: root,
  entryPoints: ['src/cli.ts', 'src/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  // jsonc-parser's CommonJS build asks for its parts at run time, which a bundle does not have.
  mainFields: ['module', 'main'],
  target: 'node24',
  minify: true,
  charset: 'utf8',
  legalComments: 'linked',
  // CommonJS packages in the bundle ask for Node's own modules through require.
  banner: {
    js: "import { createRequire as tilmashRequire } from 'node:module'; const require = tilmashRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.build.json`], {
  stdio: 'inherit',
})

const schema = toJsonSchema(configShape, { target: 'draft-2020-12', errorMode: 'ignore' })
writeFileSync(
  `${root}schemas/config.schema.json`,
  `${JSON.stringify({ ...schema, $id: 'config.schema.json', title: 'tilmash.config.json' }, null, 2)}\n`,
)
