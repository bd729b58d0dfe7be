/**
 * One script from the chunks that esbuild splits a program into: a chunk is a function that runs when something of it is first
 * asked for. What a run does not need is then neither compiled nor made, and all is still read at once, with one code cache.
 */

export interface Chunk {
  /** As other chunks name it: `chunk-ABC.js`. */
  readonly name: string
  /** A minified ES module without top-level await. */
  readonly code: string
}

const statement = /import(?:(\{[^}]*\})from|\*as ([\w$]+) from|([\w$]+) from)?"([^"\n]+)";/g
const exported = /export\{([^}]*)\};\s*$/
// A CommonJS module that is loaded later: its exports.
const main = /export default (.*);\s*$/
const dynamic = /\bimport\("\.\/([\w-]+\.js)"\)/g

/**
 * A function expression of `exports, require, module, __filename, __dirname` that runs `first`.
 * Names of its own begin with `$`, which minified names do not. Exports are taken when a chunk has run, so none may change afterwards; an import for its effects alone is left out.
 * @throws Error for a chunk that is not of the form esbuild writes
 */
export function linkChunks(chunks: readonly Chunk[], first: string): string {
  const names = new Set(chunks.map(({ name }) => name))
  const functions = chunks.map(({ name, code }) => `${JSON.stringify(name)}(){${linked(name, code, names)}}`)
  return `(function(exports,require,module,__filename,__dirname){"use strict";
var $made={},$from=name=>$made[name]??=$chunks[name](),$later=async name=>$from(name),$chunks={${functions.join(',\n')}};
$from(${JSON.stringify(first)})
})`
}

function linked(name: string, code: string, names: ReadonlySet<string>): string {
  const imports: string[] = []
  const body = code
    .replace(
      statement,
      (_whole, list: string | undefined, space: string | undefined, main: string | undefined, from: string) => {
        const chunk = from.replace('./', '')
        const source = names.has(chunk) ? `$from("${chunk}")` : `require("${from}")`
        if (list !== undefined) imports.push(`${list.replaceAll(' as ', ':')}=${source}`)
        else if (space !== undefined || main !== undefined) imports.push(`${space ?? main}=${source}`)
        return ''
      },
    )
    .replace(exported, (_whole, list: string) => `return{${list.split(',').map(asProperty).join(',')}}`)
    .replace(main, (_whole, value: string) => `return ${value}`)
    .replace(dynamic, (_whole, chunk: string) => `$later("${chunk}")`)
  if (/\b(?:import|export)[{*]/.test(body.replace(/"(?:[^"\\\n]|\\.)*"/g, '')))
    throw new Error(`${name} is not of the known form`)
  const returned = body.includes('return{') ? body : `${body}\nreturn{}`
  return imports.length === 0 ? returned : `var ${imports.join(',')};${returned}`
}

/** `x as a` → `a:x`. */
function asProperty(entry: string): string {
  const [local = '', outside = local] = entry.split(' as ')
  return `${outside}:${local}`
}
