import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { playwrightDisables } from './chromiumFlags'

test('what Playwright disables stays disabled', () => {
  const require = createRequire(createRequire(import.meta.url).resolve('@playwright/test'))
  const source = readFileSync(require.resolve('playwright-core/lib/coreBundle'), 'utf8')
  const [, list] = /disabledFeatures = \[(.*?)\]\.filter/s.exec(source) ?? []
  const names = [...(list ?? '').replaceAll(/\/\/.*/g, '').matchAll(/"(\w+)"/g)].map(([, name]) => name)
  expect(playwrightDisables).toEqual(names)
})
