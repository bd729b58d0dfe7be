#!/usr/bin/env node
'use strict'
// Starts the bundled tool. In the oldest syntax, so that an old Node can say the one clear line; CommonJS, and the bundle
// compiled from the code cache that the build left beside it, because both halve the time to start.
var path = require('node:path')
var major = Number(process.versions.node.split('.')[0])
var words = process.argv.slice(2)

if (major < 24) {
  process.stderr.write(`tilmash: Node.js 24 or newer is needed; this is ${process.versions.node}\n`)
  process.exitCode = 2
} else if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  process.stdout.write(`${require('../package.json').version}\n`)
} else {
  start(path.join(__dirname, '../dist/cli.cjs'))
}

function start(file) {
  var fs = require('node:fs')
  var folder = path.dirname(file)
  var cachedData
  try {
    cachedData = fs.readFileSync(file.replace(/cjs$/, 'cache'))
  } catch (_error) {
    // No cache, or not to be read: the bundle is compiled anew.
  }
  // The bundle is one function in pure ASCII, so reading it as latin1 copies bytes. A cache of another V8 is refused by V8 itself.
  var vm = require('node:vm')
  var script = new vm.Script(fs.readFileSync(file, 'latin1'), {
    filename: file,
    cachedData: cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  var load = name => require(name.charAt(0) === '.' ? path.join(folder, name) : name)
  script.runInThisContext()({}, load, module, file, folder)
  var cacheFile = process.env.TILMASH_WRITE_CODE_CACHE
  if (cacheFile) {
    process.on('exit', () => {
      fs.writeFileSync(cacheFile, script.createCachedData())
    })
  }
}
