/** Builds dist/: the CLI and the library as ES modules with shared, lazily loaded chunks; then declarations and schemas. */

import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

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
  keepNames: false,
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
