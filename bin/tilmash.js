#!/usr/bin/env node
// Starts the bundled tool; kept in the oldest syntax so that an old Node can read the one clear line it gets.
var major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write('tilmash: Node.js 24 or newer is needed; this is ' + process.versions.node + '\n')
  process.exitCode = 2
} else {
  import('../dist/cli.js')
}
