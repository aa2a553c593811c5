import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireNode } from './nodeVersion.mjs'
import { npm } from './npm.mjs'
import { root } from './root.mjs'

const stamp = join(root, 'node_modules', '.parley-installed')

const options = [
  // Development packages build the page, so they are needed even where NODE_ENV is production.
  '--include=dev',
  '--prefer-offline',
  // npm would wait a minute before it tries for the last time.
  '--fetch-retry-maxtimeout=10000',
  '--no-audit',
  '--no-fund',
]

/** Brings node_modules to what package-lock.json says. Throws an error that can be shown as it is. */
export async function install() {
  requireNode()
  const wanted = fingerprint()
  if (read(stamp) === wanted) return

  console.log('Installing the dependencies, about a minute …')
  const { code, output } = await npm(['ci', ...options], { minutes: 8 })
  if (code !== 0) throw new Error(`${output}\n\n${explain(output)}`)
  writeFileSync(stamp, wanted)
}

/** Packages with a native part differ by platform: a folder shared with a container must not count as installed. */
function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function explain(output) {
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED/.test(output)
    ? 'The dependencies could not be fetched: npm did not reach its registry. Check the connection (or the proxy) and try again.'
    : 'The dependencies could not be installed; npm says why above.'
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await install()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
