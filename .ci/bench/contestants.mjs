import { mkdtemp, copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { root } from '../root.mjs'

const pages = fileURLToPath(new URL('./pages', import.meta.url))

/** Builds the two pages that Parley is measured against, and says in which folder each contestant lies. */
export async function buildPages() {
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const rerendered = join(folder, 'rerendered')
  await build({
    root: pages,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: rerendered, rollupOptions: { input: join(pages, 'rerendered.html') } },
  })
  await copyFile(join(rerendered, 'rerendered.html'), join(rerendered, 'index.html'))
  await copyFile(join(pages, 'plain.html'), join(folder, 'index.html'))
  await copyFile(join(pages, 'layout.css'), join(folder, 'layout.css'))
  return { plain: folder, rerendered, parley: join(root, 'dist') }
}

/** How each page is opened with a model or a thread. The plain page is what the others are divided by. */
export const contestants = {
  plain: {
    label: 'plain text',
    open: (page, origin, query) => page.goto(`${origin}/plain/?${new URLSearchParams(query)}`),
  },
  rerendered: {
    label: 'rendered again for each piece',
    open: (page, origin, query) => page.goto(`${origin}/rerendered/?${new URLSearchParams(query)}`),
  },
  parley: { label: 'Parley', open: openParley },
}

async function openParley(page, origin, { model = 'bench', count }) {
  const settings = {
    version: 1,
    endpoints: [{ id: 'bench', name: 'Bench', baseURL: `${origin}/v1`, headers: [] }],
    endpoint: 'bench',
    models: { bench: model },
  }
  await page.addInitScript((kept) => localStorage.setItem('parley.settings', kept), JSON.stringify(settings))
  const address = `${origin}/parley/`
  if (count === undefined) return page.goto(address)
  await page.goto(address)
  await page.waitForFunction(() => !document.getElementById('early'))
  await page.evaluate(keepThread, count)
  await page.goto('about:blank')
  return page.goto(`${address}#/c/bench`)
}

/** Puts a thread into the page's storage, as if it had been written there. */
async function keepThread(count) {
  const thread = await (await fetch(`/thread?count=${count}`)).json()
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('parley')
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => reject(opening.error))
  })
  const writing = database.transaction(['conversations', 'messages'], 'readwrite')
  const created = Date.now()
  const id = 'bench'
  const conversation = {
    id,
    title: 'Bench',
    named: true,
    created,
    updated: created,
    endpoint: id,
    parameters: { model: id },
    chosen: {},
  }
  writing.objectStore('conversations').put(conversation)
  let parent = null
  for (const [at, message] of thread.entries()) {
    const record = {
      ...message,
      id: `m${at}`,
      conversation: id,
      parent,
      order: 0,
      created: created + at,
      status: 'done',
    }
    writing.objectStore('messages').put(record)
    parent = record.id
  }
  await new Promise((resolve, reject) => {
    writing.addEventListener('complete', resolve)
    writing.addEventListener('error', () => reject(writing.error))
  })
  database.close()
}
