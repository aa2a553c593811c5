import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { headerPolicy } from '../.ci/build/policy'
import { expect, test } from './fixtures'
import { deployed } from './hosts/deployed'
import { caddy, nginx, programNamed } from './hosts/recipeHost'
import { type Host, staticHost } from './hosts/staticHost'

/** As on a host that has other things as well. */
const base = '/some/where/'

const recipes = { nginx, caddy }

for (const name of ['nginx', 'caddy', '_headers'] as const)
  test(`the build runs in a folder of a host with the recipe for ${name}`, async ({
    page,
    parley,
    guard,
  }) => {
    const { work, root, folder, remove } = deployed(base)
    const program = name === '_headers' ? undefined : programNamed(name)
    if (name !== '_headers' && !program) {
      const description = `${name} is not installed: a server in Node sends what _headers says instead`
      test.info().annotations.push({ type: 'note', description })
    }
    const host: Host =
      name !== '_headers' && program
        ? await recipes[name](program, root, work)
        : await staticHost(base, () => folder)
    guard.allowOrigin(host.origin)
    try {
      const address = host.origin + base
      await parley.open({}, address)
      await parley.send('What is a token?')
      await parley.thread.reply().has('done', /token/)

      const entry = await page.locator('script[type="module"]').getAttribute('src')
      const early = await page.locator('script[src*="early"]').getAttribute('src')
      expect(early).toMatch(/^\.\/early\.js\?\w{8}$/)
      const cached = { [entry!]: 'public, max-age=31536000, immutable' }
      for (const path of ['./', early!, entry!, 'sw.js', 'parley.config.json', 'manifest.webmanifest']) {
        const { status, headers } = await fetch(new URL(path, address))
        expect(status, path).toBe(200)
        if (path === './') expect(headers.get('content-security-policy')).toBe(headerPolicy)
        expect(headers.get('x-content-type-options'), path).toBe('nosniff')
        expect(headers.get('referrer-policy'), path).toBe('no-referrer')
        expect(headers.get('permissions-policy'), path).toContain('camera=()')
        expect(headers.get('cache-control'), path).toBe(cached[path] ?? 'no-cache')
      }
      const missing = await fetch(`${address}assets/of-another-version.js`)
      expect(missing.status).toBe(404)
      expect(missing.headers.get('cache-control') ?? '').not.toContain('immutable')
      const frame = readdirSync(join(folder, 'assets')).find((file) => file.endsWith('.html'))
      const { headers } = await fetch(`${address}assets/${frame}`)
      expect(headers.get('content-security-policy'), frame).toBeNull()
      const manifest = await fetch(`${address}manifest.webmanifest`)
      expect(manifest.headers.get('content-type')).toContain('application/manifest+json')
      const { icons }: { icons: { src: string; sizes: string }[] } = JSON.parse(await manifest.text())
      for (const { src, sizes } of icons.slice(1)) {
        const png = readFileSync(join(folder, src))
        expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes)
      }
    } finally {
      await host.close()
      remove()
    }
  })
