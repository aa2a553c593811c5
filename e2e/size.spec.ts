import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from './fixtures'

const limit = 100_000

type Manifest = Record<string, { file: string; isEntry?: boolean; imports?: string[]; css?: string[] }>

const built = (path: string) => readFileSync(fileURLToPath(new URL(`../dist/${path}`, import.meta.url)))

/** The script that the page begins with and whatever that cannot do without, by the name of its source. */
function firstLoad(): { chunks: string[]; files: string[] } {
  const manifest: Manifest = JSON.parse(built('.vite/manifest.json').toString())
  const chunks = new Set(Object.keys(manifest).filter((name) => manifest[name]?.isEntry))
  for (const name of chunks) for (const imported of manifest[name]?.imports ?? []) chunks.add(imported)
  const files = [...chunks].flatMap((name) => [manifest[name]!.file, ...(manifest[name]!.css ?? [])])
  return { chunks: [...chunks], files: ['index.html', 'early.js', ...new Set(files)] }
}

test(`the first load is at most ${limit / 1000} kB`, () => {
  const { files } = firstLoad()
  const sizes = files.map((file) => [file, gzipSync(built(file)).length] as const)
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  expect(files.length).toBeGreaterThanOrEqual(3)
  expect(total, sizes.map(([file, size]) => `${file} ${size}`).join('\n')).toBeLessThanOrEqual(limit)
})

test('what is needed later is loaded later', async ({ page }) => {
  const { files } = firstLoad()
  const loaded: string[] = []
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname))
  await page.goto('/', { waitUntil: 'commit' })
  // The HTML itself has no header, only the program has.
  await expect(page.locator('header').first()).toBeVisible()
  const first = files.join('\n')
  for (const room of [
    'Markdown',
    'MessageList',
    'sendMessage',
    'guideFetch',
    'Settings',
    'ParametersPane',
    'SharedPage',
    'ShareDialog',
    'linkCodec',
  ])
    expect(first, room).not.toContain(room)
  // The page asks for all that it begins with, so that nothing is found out late.
  for (const file of files.filter((name) => name !== 'index.html')) expect(loaded).toContain(`/${file}`)
  // The list of the built-in models may already have been asked for; settings only come when they are opened.
  expect(loaded.filter((path) => path.includes('Settings-'))).toEqual([])
})
