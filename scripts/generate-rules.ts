/** Writes schemas/rules.srx: the built-in segmentation rules as SRX 2.0, for other tools and for own rules to start from. */

import { readFileSync, writeFileSync } from 'node:fs'
import { writeSrx } from '../src/formats/srx/index.ts'
import { shippedRules } from '../src/segmenter/index.ts'

const file = new URL('../schemas/rules.srx', import.meta.url)
const bytes = writeSrx(shippedRules())

if (process.argv.includes('--check')) {
  if (Buffer.compare(readFileSync(file), bytes) !== 0) {
    console.error('schemas/rules.srx is not up to date: node scripts/generate-rules.ts')
    process.exitCode = 1
  }
} else writeFileSync(file, bytes)
