import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderEncoder } from '../../src/workflow/encoder.ts'
import { temporaryFolder, tilmash } from '../commands/tilmash.ts'

/** A stand-in for the package: notes what it is asked, and gives two numbers a text. */
const standIn = `
const { appendFileSync } = require('node:fs')
const env = { allowRemoteModels: true, allowLocalModels: false, localModelPath: '/models/' }
exports.env = env
exports.pipeline = async (task, model, options) => {
  const note = what => appendFileSync(process.env.STAND_IN_LOG ?? '/dev/null', JSON.stringify(what) + '\\n')
  note({ task, model, options, env })
  if (model === 'broken') throw new Error('no tokenizer here\\nand more')
  return async (texts, options) => {
    note({ texts, options })
    return { dims: [texts.length, 2], data: Float32Array.from(texts.flatMap(text => [text.length, 1])) }
  }
}
`

function folderWith(models: Readonly<Record<string, readonly string[]>>): string {
  const folder = temporaryFolder()
  const home = join(folder, 'node_modules/@huggingface/transformers')
  mkdirSync(home, { recursive: true })
  writeFileSync(
    join(home, 'package.json'),
    '{ "name": "@huggingface/transformers", "version": "3.0.0", "main": "index.cjs" }',
  )
  writeFileSync(join(home, 'index.cjs'), standIn)
  for (const [model, files] of Object.entries(models)) {
    mkdirSync(join(folder, model, 'onnx'), { recursive: true })
    mkdirSync(join(folder, model, '1_Pooling'), { recursive: true })
    for (const file of files) writeFileSync(join(folder, model, file), '{ "pooling_mode_cls_token": true }')
  }
  return folder
}

const code = async (folder: string, model: string, packageFolder: string = folder): Promise<string> => {
  try {
    await folderEncoder(join(folder, model), { packageFolder })
    return 'none'
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

describe('folderEncoder', () => {
  it('gives the vectors of the package', async () => {
    const folder = folderWith({ m: ['config.json', 'onnx/model.onnx'] })
    const encoder = await folderEncoder(join(folder, 'm'), { packageFolder: folder })
    expect(await encoder.embed(['ab', 'c'])).toEqual([new Float32Array([2, 1]), new Float32Array([1, 1])])
  })

  it('names the folder, the package or the model that is missing', async () => {
    const folder = folderWith({
      m: ['config.json', 'onnx/model.onnx'],
      bare: ['config.json'],
      broken: ['config.json', 'onnx/model.onnx'],
    })
    expect(await code(folder, 'none')).toBe('encoder.no-folder')
    expect(await code(folder, 'bare')).toBe('encoder.no-model')
    expect(await code(folder, 'm', temporaryFolder())).toBe('encoder.no-package')
    expect(await code(folder, 'broken')).toBe('encoder.unreadable')
  })
})

describe('tilmash align --encoder', () => {
  const words = ['align', 'a.txt', 'b.txt', '--source-language', 'en', '--target-language', 'ru']
  const project = '{ "sourceLanguage": "en", "targetLanguages": ["ru"], "alignment": { "encoder": "m" } }'

  function withTexts(models: Readonly<Record<string, readonly string[]>>): string {
    const folder = folderWith(models)
    writeFileSync(join(folder, 'a.txt'), 'One. Two.\n')
    writeFileSync(join(folder, 'b.txt'), 'Один. Два.\n')
    return folder
  }

  const run = (folder: string, ...more: readonly string[]): ReturnType<typeof tilmash> =>
    tilmash([...words, ...more], {
      folder,
      env: { NODE_PATH: join(folder, 'node_modules'), STAND_IN_LOG: join(folder, 'log') },
    })

  const log = (folder: string): readonly unknown[] =>
    readFileSync(join(folder, 'log'), 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as unknown)

  it('asks the model in the folder, and never the net', () => {
    const folder = withTexts({ m: ['config.json', 'onnx/model_quantized.onnx', '1_Pooling/config.json'] })
    const { code: exit, stdout, stderr } = run(folder, '--encoder', 'm')
    expect([exit, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Один.')
    const [opened, ...asked] = log(folder)
    expect(opened).toEqual({
      task: 'feature-extraction',
      model: 'm',
      options: { local_files_only: true, dtype: 'q8' },
      env: { allowRemoteModels: false, allowLocalModels: true, localModelPath: folder },
    })
    expect(asked).toEqual([
      {
        texts: ['One.', 'One. Two.', 'Two.', 'Один.', 'Один. Два.', 'Два.'],
        options: { pooling: 'cls', normalize: true },
      },
    ])
  })

  it('takes the one the project names, inside the project only', () => {
    const folder = withTexts({ m: ['config.json', 'onnx/model.onnx'] })
    writeFileSync(join(folder, 'tilmash.config.json'), project)
    expect(run(folder).code).toBe(0)
    expect(log(folder)).toHaveLength(2)
    writeFileSync(join(folder, 'tilmash.config.json'), project.replace('"m"', '"../m"'))
    const outside = run(folder)
    expect([outside.code, outside.stderr]).toEqual([2, expect.stringMatching(/^tilmash\.config\.json:1:\d+: /)])
  })

  it('is off by default', () => {
    const folder = withTexts({ m: ['config.json', 'onnx/model.onnx'] })
    expect(run(folder).code).toBe(0)
    expect(readdirSync(folder)).not.toContain('log')
  })

  it.each([
    ['en', /^m:1:1: There is no such folder/, /^The package @huggingface\/transformers is not there/],
    ['ru', /^m:1:1: Такой папки нет/, /^Пакет @huggingface\/transformers не найден/],
    ['kk', /^m:1:1: Мұндай бума жоқ/, /^@huggingface\/transformers пакеті табылмады/],
  ])('says in %s what is missing', (language, noFolder, noPackage) => {
    const folder = withTexts({ model: ['config.json', 'onnx/model.onnx'] })
    const told = ['m', 'model'].map(name =>
      tilmash([...words, '--encoder', name, '--ui-language', language], { folder }),
    )
    expect(told.map(each => [each.code, each.stdout])).toEqual([
      [2, ''],
      [2, ''],
    ])
    expect(told[0]?.stderr).toMatch(noFolder)
    expect(told[1]?.stderr.replace(/^tilmash: /, '')).toMatch(noPackage)
  })
})
