import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { earlyCode } from './earlyScript.ts'
import { policyOf, policyTag } from './policy.ts'
import { recoveryCode } from './recovery.ts'

const publicFile = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../public/${name}`, import.meta.url)), 'utf8')

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A script may hold what would end its element, or begin a comment in it, only in strings. */
const inScript = (code: string) => code.replaceAll(/<(?=\/script|!--)/gi, '\\x3C')

/**
 * All of Parley in `parley.html`, which runs from the disk: script, style and workers stand in the page, and the policy
 * names them by their hashes. Left out are the tokenisers, which would be half of it: there tokens are estimated.
 */
export const singleFile: Plugin = {
  name: 'single-file',
  apply: 'build',
  enforce: 'pre',
  config: () => ({
    build: {
      emptyOutDir: false,
      copyPublicDir: false,
      manifest: false,
      cssCodeSplit: false,
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      rolldownOptions: { output: { codeSplitting: false } },
    },
    // Chromium starts no module worker out of a blob of a page from the disk.
    worker: {
      format: 'iife',
      plugins: () => [withoutTokenisers],
      rolldownOptions: { output: { codeSplitting: false } },
    },
  }),
  transform: {
    filter: { code: 'new Worker(new URL(' },
    handler: (code) => {
      let count = 0
      const imports: string[] = []
      const inlined = code.replaceAll(
        /new Worker\(new URL\('(\.\/\w+\.ts)', import\.meta\.url\), \{ type: 'module' \}\)/g,
        (_, path: string) => {
          const name = `InlinedWorker${count++}`
          imports.push(`import ${name} from '${path}?worker&inline'\n`)
          return `new ${name}()`
        },
      )
      if (!imports.length) throw new Error('This worker is not written as the others are.')
      return { code: imports.join('') + inlined, map: null }
    },
  },
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const page = bundle['index.html']
      const script = Object.values(bundle).find((file) => file.type === 'chunk')
      const style = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.css'))
      if (page?.type !== 'asset' || style?.type !== 'asset' || !script)
        throw new Error('There is no page to put everything in.')
      const early = inScript(`${await recoveryCode()}\n${await earlyCode()}`)
      const source = joined(String(page.source), early, inScript(script.code), String(style.source))
      for (const name of Object.keys(bundle)) delete bundle[name]
      this.emitFile({ type: 'asset', fileName: 'parley.html', source })
    },
  },
}

function joined(page: string, early: string, script: string, style: string): string {
  const icon = `data:image/svg+xml,${encodeURIComponent(publicFile('icon.svg'))}`
  const policy = policyOf(`${hashOf(early)} ${hashOf(script)}`, hashOf(style), 'blob:')
  const { tag, attrs } = policyTag(policy)
  const meta = `<${tag} http-equiv="${attrs['http-equiv']}" content="${attrs.content}" />`
  const parts: [RegExp, string][] = [
    [/ *<link rel="(apple-touch-icon|manifest)".*\n/g, ''],
    [/"\.\/icon\.svg"/, `"${icon}"`],
    [/<script src="\.\/early\.js"><\/script>/, `<script>${early}</script>`],
    [/<link rel="stylesheet".*>/, `<style>${style}</style>`],
    [/<script type="module".*<\/script>/, `<script type="module">${script}</script>`],
    [/<meta charset="utf-8" \/>/, `<meta charset="utf-8" />\n    ${meta}`],
  ]
  return parts.reduce((html, [place, part]) => {
    if (html.search(place) < 0) throw new Error(`The page has nothing like ${place}.`)
    // A function, since `$` means something in a plain replacement.
    return html.replace(place, () => part)
  }, page)
}

const withoutTokenisers: Plugin = {
  name: 'without-tokenisers',
  enforce: 'pre',
  load: (id) =>
    /node_modules\/gpt-tokenizer\/.*encoding\//.test(id)
      ? "throw new Error('Tokenisers are left out here.')\nexport const countTokens = undefined"
      : undefined,
}
