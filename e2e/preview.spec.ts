import { detect } from './detector'
import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { Parley } from './pages/Parley'
import { payloads } from './payloads/payloads'

/** What becomes markup only when it is read again after it was written down. */
const hidden = [
  (markup: string) => `<form><math><mtext></form><form><mglyph><style></math>${markup}</style></form></math>`,
  (markup: string) => `<svg></p><style><a id="</style>${markup}"></style></svg>`,
  (markup: string) => `<noscript><p title="</noscript>${markup}"></p></noscript>`,
  (markup: string) => `<!--><p title="-->${markup}"></p>-->`,
]

const written = (leak: string) => `<!doctype html><html><head><title>A page</title>
<meta http-equiv="refresh" content="0; url=${leak}/refresh">
<link rel="stylesheet" href="${leak}/style"><link rel="dns-prefetch" href="${leak}">
<style>h1 { color: rgb(1, 2, 3); background: url(${leak}/background) }</style></head>
<body onload="alert(1)"><h1 onclick="alert(2)">Hello</h1><img alt="dot" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<img src="${leak}/picture" onerror="alert(3)"><video src="${leak}/video" autoplay></video>
<iframe src="${leak}/frame"></iframe><a href="${leak}/link">away</a>
<form action="${leak}/form"><button>Send</button></form><script>alert(4); fetch('${leak}/fetch')</script>
${hidden.map((wrap) => wrap(`<link rel="preconnect" href="${leak}"><a href="${leak}/hidden">hidden</a>`)).join('')}<p>The end.</p></body></html>`

test('a page that was written is previewed on request, without scripts, a network or a way out', async ({
  browser,
  baseURL,
  endpoint,
  server,
}) => {
  // Other tests of this worker may have let something leak on purpose.
  const before = server.requests().at(-1)?.number ?? 0
  // A context of its own: what the policies stop in the frame is no fault.
  const context = await browser.newContext({ baseURL: baseURL! })
  const page = await context.newPage()
  const parley = new Parley(page)
  const holes = await detect(page, [new URL(baseURL!).origin, endpoint.origin])
  const text = `Here:\n\n\`\`\`html\n${written(endpoint.otherOrigin)}\n\`\`\`\n\n\`\`\`html\n${payloads.slice(0, 200).join('\n')}\n\`\`\``
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text, chunk: 50, batch: 50 }) })
  await parley.send('A page, please.')
  const reply = parley.thread.reply()
  await reply.has('done')
  await expect(page.locator('iframe')).toHaveCount(0)
  await reply.button('Preview').first().press('Enter')
  const shown = page.frameLocator('.html-preview iframe').frameLocator('iframe')
  await expect(shown.getByText('The end.')).toBeVisible()
  await expect(shown.getByRole('heading', { name: 'Hello' })).toHaveCSS('color', 'rgb(1, 2, 3)')
  await expect(shown.locator('script, link, iframe, meta[http-equiv=refresh], [href]')).toHaveCount(0)
  await expect(reply.body.getByRole('group', { name: 'Code, html' })).toHaveCount(1)
  expect(await faults(page, { inside: '.html-preview', themes: ['light'] })).toEqual([])
  await shown.getByRole('heading', { name: 'Hello' }).click()
  await shown.getByText('away').click()
  await shown.getByRole('button', { name: 'Send' }).click()
  await expect(shown.getByText('The end.')).toBeVisible()

  await reply.button('Preview').click()
  await expect(page.locator('.html-preview')).toHaveCount(2)
  await expect(page.frameLocator('.html-preview >> nth=1 >> iframe').locator('iframe')).toHaveCount(1)
  await reply.button('Show as code').first().click()
  await reply.button('Show as code').click()
  await expect(page.locator('iframe')).toHaveCount(0)
  expect(await holes()).toEqual([])
  const since = server.requests().filter(({ number }) => number > before)
  expect(since.filter(({ origin }) => origin === endpoint.otherOrigin)).toEqual([])
  await context.close()
})
