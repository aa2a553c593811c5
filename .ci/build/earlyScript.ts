import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, minifySync } from 'vite'

const source = fileURLToPath(new URL('../../public/early.js', import.meta.url))

/** `early.js` as it is served: it is a public file, which Vite leaves as it is. */
export const earlyCode = (): string => minifySync('early.js', readFileSync(source, 'utf8')).code

/** It is not part of the bundle: its address changes with its content, so that no cache keeps an old one. */
export const earlyScript: Plugin = {
  name: 'early-script',
  apply: 'build',
  transformIndexHtml: (html) => {
    const hash = createHash('sha256').update(earlyCode()).digest('hex').slice(0, 8)
    return html.replace('./early.js', `./early.js?${hash}`)
  },
  writeBundle: ({ dir = 'dist' }) => writeFileSync(join(dir, 'early.js'), earlyCode()),
}
