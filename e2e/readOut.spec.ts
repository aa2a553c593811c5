import { expect, test } from './fixtures'
import { type Seed, seed } from './seed'

// Only with a screen reader at hand does the browser say what is out of sight. The flag is what it does then.
test.use({
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--force-renderer-accessibility'] }),
    { scope: 'worker' },
  ],
})

test('a screen reader finds every message of a long thread, near or not', async ({
  page,
  parley,
  endpoint,
}) => {
  const thread: Seed[] = Array.from({ length: 1000 }, (_, at) => ({
    id: `m${at}`,
    parent: at ? `m${at - 1}` : null,
    role: at % 2 ? 'assistant' : 'user',
    content: `This is ${at}.`,
    order: 0,
  }))
  await parley.open({ baseURL: endpoint.baseURL, model: 'echo' })
  await seed(page, thread)
  const client = await page.context().newCDPSession(page)
  const named = async (wanted: 'article' | 'heading', name: RegExp) => {
    const { nodes } = await client.send('Accessibility.getFullAXTree')
    const those = nodes.filter(({ role, ignored }) => role?.value === wanted && !ignored)
    return those.map((node) => String(node.name?.value)).filter((found) => name.test(found))
  }
  await expect
    .poll(() => named('article', /./))
    .toEqual(thread.map(({ role }, at) => `${role}, message ${at + 1} of 1000`))
  // Headings are what most go by.
  await expect.poll(() => named('heading', /^(user|assistant)$/)).toEqual(thread.map(({ role }) => role))
})
