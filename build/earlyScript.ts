import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const source = fileURLToPath(new URL('../public/early.js', import.meta.url))

/** Without comments and the space before each line: it is read before the first paint, by a browser. */
const read = () =>
  readFileSync(source, 'utf8')
    .replace(/^\/\*.*?\*\/\n/s, '')
    .replace(/^ *\/\/.*\n/gm, '')
    .replace(/^ +/gm, '')

let folder = ''

/** `early.js` is not part of the bundle: its address changes with its content, so that no cache keeps an old one. */
export const earlyScript: Plugin = {
  name: 'early-script',
  apply: 'build',
  configResolved: ({ root, build }) => {
    folder = join(root, build.outDir)
  },
  transformIndexHtml: (html) => {
    const hash = createHash('sha256').update(read()).digest('hex').slice(0, 8)
    return html.replace('./early.js', `./early.js?${hash}`)
  },
  writeBundle: () => writeFileSync(join(folder, 'early.js'), read()),
}
