import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { type Plugin, build } from 'vite'

const entry = fileURLToPath(new URL('../../src/app/recovery.ts', import.meta.url))

let built: Promise<string> | undefined

/** The recovery screen as one script by itself, which needs nothing of the program that may have failed. */
export const recoveryCode = (): Promise<string> => (built ??= bundled())

async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      lib: { entry, formats: ['iife'], name: 'parleyRecovery', fileName: 'recovery' },
    },
  })
  const output = Array.isArray(result) && result[0]?.output[0]
  if (!output || output.type !== 'chunk') throw new Error('The recovery screen was not built.')
  return output.code
}

/** Its name changes with its content, like that of all assets; `early.js` knows it. */
export async function recoveryName(): Promise<string> {
  const hash = createHash('sha256')
    .update(await recoveryCode())
    .digest('hex')
  return `assets/recovery-${hash.slice(0, 8)}.js`
}

export const recoveryScript: Plugin = {
  name: 'recovery-script',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: await recoveryName(), source: await recoveryCode() })
  },
  configureServer(server) {
    server.middlewares.use('/recovery.js', (_request, response, next) => {
      // Built anew for each look at it.
      bundled().then((code) => response.setHeader('Content-Type', 'text/javascript').end(code), next)
    })
  },
}
