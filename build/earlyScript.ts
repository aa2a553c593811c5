import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const read = () => readFileSync(fileURLToPath(new URL('../public/early.js', import.meta.url)), 'utf8')

/** `early.js` is not part of the bundle: its address changes with its content, so that no cache keeps an old one. */
export const earlyScript: Plugin = {
  name: 'early-script',
  apply: 'build',
  transformIndexHtml: (html) => {
    const hash = createHash('sha256').update(read()).digest('hex').slice(0, 8)
    return html.replace('./early.js', `./early.js?${hash}`)
  },
}
