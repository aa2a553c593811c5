import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { command } from './command.mjs'

/** npm as a script for this very Node, which needs no shell: `npm` itself is a batch file on Windows. */
function findScript() {
  const bin = dirname(process.execPath)
  const places = [
    process.env['npm_execpath'],
    join(bin, 'node_modules/npm/bin/npm-cli.js'),
    join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
  ]
  return places.find((place) => place?.endsWith('npm-cli.js') && existsSync(place))
}

export function npm(args, options) {
  const script = findScript()
  return script ? command(process.execPath, [script, ...args], options) : command('npm', args, options)
}
