/**
 * The door to `@huggingface/transformers`, an optional package: sentence encoders that lie in a folder of the user's. Nothing is
 * ever fetched, neither the package nor a model.
 */

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import type { SentenceEncoder } from '../aligner/index.ts'
import { isFolder } from '../io/index.ts'
import { Failure, placeAt } from '../model/index.ts'

export const encoderPackage = '@huggingface/transformers'

/** How a folder with a sentence encoder is opened. */
export interface EncoderOptions {
  /** Path as the user gave it, for places; the path itself when absent. */
  readonly file?: string
  /** Where the package is looked for; beside tilmash unless told otherwise. */
  readonly packageFolder?: string
}

/**
 * An encoder from a folder with a model in ONNX, as `sentence-transformers` models are published: `config.json`,
 * `tokenizer.json`, `onnx/model.onnx` (or `model_fp16`, `model_quantized`), and `1_Pooling/config.json` where there is one.
 * @throws Failure `encoder.no-folder`, `encoder.no-model`, `encoder.no-package`, `encoder.unreadable`
 */
export async function folderEncoder(folder: string, options: EncoderOptions = {}): Promise<SentenceEncoder> {
  const place = placeAt(options.file ?? folder, 1, 1)
  const path = resolve(folder)
  if (!isFolder(path)) throw new Failure('encoder.no-folder', { place })
  const precision = precisions.find(({ file }) => existsSync(join(path, 'onnx', file)))
  if (precision === undefined || !existsSync(join(path, 'config.json')))
    throw new Failure('encoder.no-model', { place })
  const load = packageLoader(options.packageFolder ?? import.meta.dirname)
  try {
    const { env, pipeline } = load()
    env.allowRemoteModels = false
    env.allowLocalModels = true
    env.localModelPath = dirname(path)
    const extract = await pipeline('feature-extraction', basename(path), {
      local_files_only: true,
      dtype: precision.name,
    })
    const pooling = poolingOf(path)
    return { embed: async texts => rowsOf(await extract([...texts], { pooling, normalize: true })) }
  } catch (cause) {
    throw new Failure('encoder.unreadable', { data: { detail: firstLine(cause) }, place, cause })
  }
}

/** Files of a model, the exact one first. */
const precisions = [
  { file: 'model.onnx', name: 'fp32' },
  { file: 'model_fp16.onnx', name: 'fp16' },
  { file: 'model_quantized.onnx', name: 'q8' },
] as const

/** What we use of the package. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string }
  pipeline(
    task: 'feature-extraction',
    model: string,
    options: { readonly local_files_only: true; readonly dtype: string },
  ): Promise<(texts: string[], options: { readonly pooling: string; readonly normalize: boolean }) => Promise<Tensor>>
}

interface Tensor {
  /** Texts, values a text. */
  readonly dims: readonly number[]
  readonly data: Float32Array
}

/** Finds the package; it is loaded when called, which takes a while. */
function packageLoader(from: string): () => Transformers {
  const require = createRequire(join(from, 'x'))
  try {
    require.resolve(encoderPackage)
  } catch (cause) {
    throw new Failure('encoder.no-package', { data: { package: encoderPackage }, cause })
  }
  // Proof: the package is described here by the few names of it that we use.
  return () => require(encoderPackage) as Transformers
}

/** How the model makes one vector of those of its tokens. */
function poolingOf(folder: string): 'cls' | 'mean' {
  try {
    const settings: unknown = JSON.parse(readFileSync(join(folder, '1_Pooling', 'config.json'), 'utf8'))
    const isCls = typeof settings === 'object' && settings !== null && 'pooling_mode_cls_token' in settings
    return isCls && settings.pooling_mode_cls_token === true ? 'cls' : 'mean'
  } catch {
    // Most models without such a file take the mean.
    return 'mean'
  }
}

function rowsOf({ dims, data }: Tensor): readonly Float32Array[] {
  const length = dims.at(-1) ?? 0
  return Array.from({ length: dims[0] ?? 0 }, (_, row) => data.slice(row * length, (row + 1) * length))
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0] ?? ''
}
