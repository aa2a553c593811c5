import type { Locator } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { Parley } from './pages/Parley'
import { seedTwoTurns } from './seed'

const echoes = model('echo', { only: 'last' })

/** Presses in several pages at once: nothing is waited for in between, and what has gone by then is not pressed. */
async function atOnce(...buttons: Locator[]): Promise<void> {
  const found = await Promise.all(buttons.map((button) => button.elementHandle()))
  await Promise.all(found.map((button) => button?.dispatchEvent('click')))
}

test('what two tabs do to one conversation at the same moment is all there, in both and after a reload', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await seedTwoTurns(page, echoes)
  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  const both = [parley, other] as const
  for (const one of both) await expect(one.thread.messages).toHaveCount(4)

  const path = (one: Parley) =>
    one.thread.messages.evaluateAll((articles) =>
      articles.map((article) => {
        const body = article.querySelector<HTMLElement>('[data-part=body]')
        return `${article.dataset['role']}: ${body?.innerText} ${article.dataset['choice'] ?? ''}`
      }),
    )
  const areAlike = async () => JSON.stringify(await path(other)) === JSON.stringify(await path(parley))
  const contents = async () => JSON.stringify(await kept(page, 'messages'))

  await test.step('send', async () => {
    await Promise.all([parley.send('from one'), other.send('from another')])
    for (const words of ['from one', 'from another'])
      await expect.poll(async () => (await contents()).split(`"content":"${words}"`).length).toBe(3)
    for (const one of both) await expect(one.thread.busy).toHaveCount(0)
    await expect.poll(areAlike).toBe(true)
  })

  await test.step('edit one message, and another one', async () => {
    const [first, second] = [parley.thread.message('user', 0), other.thread.message('user', 1)]
    await Promise.all([first.edit('uno'), second.edit('dos')])
    await atOnce(first.button('Save here'), second.button('Save here'))
    for (const one of both) {
      await expect(one.thread.message('user', 0).body).toHaveText('uno')
      await expect(one.thread.message('user', 1).body).toHaveText('dos')
    }
  })

  // Who is a moment sooner is heard by the other. Whatever comes of it, it is the same everywhere.
  await test.step('edit and remove the same message', async () => {
    const edited = parley.thread.message('user', 1)
    await edited.edit('tres')
    const gone = other.thread.message('user', 1)
    await gone.article.hover()
    await gone.button(/^More for this/).click()
    await atOnce(
      edited.button('Save here'),
      gone.article.getByRole('menuitem', { name: 'Remove', exact: true }),
    )
    // Words that were written in one are kept beside what the other has put in their place.
    const isBeside = async (one: Parley) => (await path(one)).includes('assistant: two 1/2')
    await expect.poll(contents).not.toContain('"dos"')
    for (const one of both)
      await expect
        .poll(async () => (await isBeside(one)) === (await contents()).includes('"tres"'))
        .toBe(true)
    await expect.poll(areAlike).toBe(true)
  })

  await test.step('rename, and tag twice', async () => {
    const tagged = async (one: Parley, tag: string) => {
      await one.library.choose('Tags…', 'one')
      await one.page.getByRole('textbox', { name: 'New tag' }).fill(tag)
    }
    await tagged(parley, 'red')
    await tagged(other, 'blue')
    await atOnce(...both.map((one) => one.page.getByRole('button', { name: 'Save', exact: true })))
    await Promise.all([parley.library.rename('one', 'Renamed'), other.library.choose('Pin', 'one')])
    // Their order is that in which they came, or of the alphabet.
    const tags = expect.arrayContaining(['blue', 'red'])
    const facts = [{ title: 'Renamed', pinned: true, tags }]
    await expect.poll(() => kept(page, 'conversations')).toMatchObject(facts)
    for (const one of both) {
      const tags = one.library.list.getByRole('group', { name: 'Tags' })
      await expect(tags.getByRole('button')).toHaveText(['blue1', 'red1'])
      await expect(one.library.entry('Renamed')).toBeVisible()
      await expect(one.library.list.getByRole('heading', { name: 'Pinned' })).toBeVisible()
    }
  })

  await expect.poll(areAlike).toBe(true)
  const before = await path(parley)
  await page.reload()
  await expect.poll(() => path(parley)).toEqual(before)
})
