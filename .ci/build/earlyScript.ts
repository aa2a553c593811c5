import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, minifySync } from 'vite'
import { recoveryName } from './recovery.ts'

const source = fileURLToPath(new URL('../../public/early.js', import.meta.url))

/** `early.js` as it is served: it is a public file, which Vite leaves as it is. */
export async function earlyCode(): Promise<string> {
  const { code } = minifySync('early.js', readFileSync(source, 'utf8'))
  return code.replace('recovery.js', await recoveryName())
}

/** It is not part of the bundle: its address changes with its content, so that no cache keeps an old one. */
export const earlyScript: Plugin = {
  name: 'early-script',
  apply: 'build',
  transformIndexHtml: async (html) => {
    const hash = createHash('sha256')
      .update(await earlyCode())
      .digest('hex')
      .slice(0, 8)
    return html.replace('./early.js', `./early.js?${hash}`)
  },
  writeBundle: async ({ dir = 'dist' }) => writeFileSync(join(dir, 'early.js'), await earlyCode()),
}
