/** A new project: a commented config and its folders, never over existing files. */

import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from '../io/index.ts'
import { configName } from './project-root.ts'

/** Explanations that stand as comments in the config, in the language of the user. */
export interface ConfigComments {
  readonly head: string
  readonly languages: string
  readonly documents: string
  readonly memories: string
  readonly terms: string
  readonly checks: string
}

export interface InitResult {
  /** Paths relative to the folder. */
  readonly written: readonly string[]
  /** Existing files that were left as they are. */
  readonly kept: readonly string[]
}

/** Writes what is missing of a project into `folder`. */
export function initProject(folder: string, comments: ConfigComments): InitResult {
  const written: string[] = []
  const kept: string[] = []
  const files = new Map([
    [configName, configText(comments)],
    ['.gitignore', '.tilmash/\n'],
  ])
  for (const [name, text] of files) {
    if (existsSync(join(folder, name))) {
      kept.push(name)
      continue
    }
    replaceFile(join(folder, name), text)
    written.push(name)
  }
  mkdirSync(join(folder, 'memory', 'statement'), { recursive: true })
  return { written, kept }
}

function configText(comments: ConfigComments): string {
  return `{
  "$schema": "./node_modules/tilmash/schemas/config.schema.json",
  // ${comments.head}
  // ${comments.languages}
  "sourceLanguage": "en",
  "targetLanguages": ["ru", "kk"],
  // ${comments.documents}
  "documents": [],
  // ${comments.memories}
  "memories": ["memory/memory.tmx"],
  // ${comments.terms}
  "terms": [],
  // ${comments.checks}
  "checks": { "preset": "recommended", "ignore": [] }
}
`
}
