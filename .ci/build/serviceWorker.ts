import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { keptOffline } from './keptOffline.ts'

/** Public files that the page shows; the other icons are for the system, which fetches them itself. */
const shown = ['icon.svg', 'manifest.webmanifest']

/** Writes `sw.js` with the list of what it keeps, once all else is written. */
export const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  enforce: 'post',
  writeBundle: ({ dir = 'dist' }, bundle) => {
    const read = (path: string) => readFileSync(join(dir, path), 'utf8')
    const source = readFileSync(fileURLToPath(new URL('sw.js', import.meta.url)), 'utf8')
    const page = read('index.html')
    const early = /early\.js\?\w+/.exec(page)?.[0]
    if (!early) throw new Error('The page does not begin with early.js.')
    const { entry, first, later } = keptOffline(bundle)
    // Names of the bundle have a hash in them; the rest counts by what it holds.
    const whole = createHash('sha256').update(
      [source, page, ...shown.map(read), ...first, ...later].join('\n'),
    )
    const files = {
      version: whole.digest('hex').slice(0, 12),
      entry,
      first: ['./', early, ...shown, ...first],
      later,
    }
    writeFileSync(join(dir, 'sw.js'), `const files = ${JSON.stringify(files)}\n\n${source}`)
  },
}
