import type { Browser } from '@playwright/test'
import { detect } from './detector'
import { expect, test } from './fixtures'

const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'; require-trusted-types-for 'script'">`

/** Waits until the detector says this of a page that puts a text into itself as no page should. */
async function seesIn(browser: Browser, origin: string, hole: string, fault: string, head = '') {
  const context = await browser.newContext()
  const page = await context.newPage()
  const holes = await detect(page, [origin])
  await context.route('**/*', (route) =>
    route.request().url().endsWith('/hole.js')
      ? route.fulfill({
          contentType: 'text/javascript',
          body: `document.body.innerHTML = ${JSON.stringify(hole)}`,
        })
      : route.fulfill({ contentType: 'text/html', body: `${head}<body><script src="/hole.js"></script>` }),
  )
  try {
    await page.goto(`${origin}/hole`)
    // The page may be on its way elsewhere.
    const said = () => holes().catch((): string[] => [])
    await expect.poll(async () => (await said()).join('\n'), hole).toContain(fault)
  } finally {
    await context.close()
  }
}

test('the detector sees a hole of each kind', async ({ browser, baseURL }) => {
  const plain = [
    ['<img src=x onerror=alert(1)>', 'alert(1) was called'],
    ['<p onclick=alert(1)>', 'onclick stands in the page'],
    ['<a href=" javascript:alert(1)">x</a>', 'href leads astray'],
    ['<a href="data:text/html,x">x</a>', 'href leads astray'],
    ['<img src="https://leak.example/a.png">', 'a request left for https://leak.example/a.png'],
    ['<iframe srcdoc="x"></iframe>', 'a frame is open'],
    ['<iframe sandbox="allow-scripts allow-same-origin" src="/a"></iframe>', 'a frame is open'],
    ['<form action="/a"></form>', 'action leads astray'],
    [
      '<svg><animate attributeName="href" values="javascript:alert(1)"/></svg>',
      '<animate> stands in the page',
    ],
    ['<base href="/a/">', '<base> stands in the page'],
    ['<script>1</script>', 'a script stands in the page'],
    [
      '<meta http-equiv="refresh" content="0; url=https://leak.example/">',
      'the page went to https://leak.example/',
    ],
  ] as const
  const origin = new URL(baseURL!).origin
  await Promise.all(plain.map(([hole, fault]) => seesIn(browser, origin, hole, fault)))
  // Where a policy stops what would have run, the attempt counts.
  await seesIn(browser, origin, '<b>x</b>', 'require-trusted-types-for', policy)
})

test('the detector sees a hole in Parley itself', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL! })
  const page = await context.newPage()
  const holes = await detect(page, [baseURL!])
  await page.goto('/')
  await expect(page.locator('header').first()).toBeVisible()
  expect(await holes()).toEqual([])
  await page.evaluate(() => {
    try {
      document.querySelector('main')!.innerHTML = '<img src=x onerror=alert(1)>'
    } catch {
      // The policy refuses it, and the detector has seen that it was tried.
    }
    const link = document.createElement('a')
    document.querySelector('header')!.append(link)
    // oxlint-disable-next-line no-script-url -- the hole
    link.href = 'javascript:alert(1)'
  })
  const said = async () => (await holes()).join('\n')
  await expect.poll(said).toContain('href leads astray')
  await expect.poll(said).toContain('require-trusted-types-for')
  await context.close()
})
