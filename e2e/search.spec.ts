import type { Page } from '@playwright/test'
import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { Parley } from './pages/Parley'
import { type Seed, seed } from './seed'
import { databaseThere } from './written'

/** A question with three answers, the last of which is seen: a plain one, one that thought, one that calls a tool. */
const branches: Seed[] = [
  { id: 'sys', parent: null, role: 'system', content: 'Be a haystack.' },
  { id: 'ask', parent: 'sys', role: 'user', content: 'Where is the Nädel?' },
  { id: 'plain', parent: 'ask', role: 'assistant', content: '**nad**el, in two pieces' },
  {
    id: 'thought',
    parent: 'ask',
    role: 'assistant',
    content: 'Nowhere.',
    reasoning_content: 'The nadel is behind the sofa.',
  },
  {
    id: 'call',
    parent: 'ask',
    role: 'assistant',
    content: '',
    tool_calls: [{ index: 0, id: '1', function: { name: 'find', arguments: '{"what":"nadel"}' } }],
  },
]

const articleIn = (page: Page, id: string) => page.locator(`article[data-message=${id}]`)

test('a word is found on every branch, and gone to with the keyboard alone', async ({ page, parley }) => {
  const { search } = parley
  await parley.open({})
  await seed(page, branches, { id: 'hay', title: 'Haystack', updated: 2 })
  await seed(page, [{ id: 'other', parent: null, role: 'user', content: 'Not the madeleine: enadel' }], {
    id: 'rest',
    title: 'The Nadel itself',
  })
  await parley.composer.field.focus()
  await page.keyboard.press('Control+k')
  await expect(search.field).toBeFocused()
  await page.keyboard.type('nadel')
  await expect(search.count).toHaveText('5 messages in 2 conversations')
  // A title comes first, however old.
  await expect(search.options).toHaveText([
    /^The Nadel itself/,
    /^user Not the madeleine: enadel$/,
    /^Haystack/,
    /tool calls find/,
    /reasoning The nadel is behind/,
    /in two pieces$/,
    /Where is the Nädel\?$/,
  ])
  await expect(search.marks).toHaveText(['Nadel', 'nadel', 'nadel', 'nadel', 'nad**el', 'Nädel'])
  expect(await faults(page)).toEqual([])

  for (const _ of [1, 2, 3, 4, 5]) await page.keyboard.press('ArrowDown')
  await expect(search.active).toHaveText(/reasoning/)
  await expect(search.field).toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Enter')
  const thought = articleIn(page, 'thought')
  await expect(thought).toBeFocused()
  await expect(thought.locator('[data-part=reasoning]')).toBeVisible()
  await expect(search.here).toContainText('3 of 4')
  await expect(search.here).toContainText('It stands on another branch')
  await expect.poll(() => search.marked()).toEqual(['nadel'])

  // On to the next place, and round to the first ones.
  await page.keyboard.press('F3')
  await expect(articleIn(page, 'call')).toBeFocused()
  await page.keyboard.press('F3')
  await expect(articleIn(page, 'ask')).toBeFocused()
  await expect(search.here).toContainText('1 of 4')
  await page.keyboard.press('F3')
  await expect(articleIn(page, 'plain')).toBeFocused()
  // A word goes on from one element into the next.
  await expect.poll(() => search.marked()).toEqual(['nadel'])
  await page.keyboard.press('Shift+F3')
  await expect(articleIn(page, 'ask')).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(search.field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(search.here).toHaveCount(0)
  await expect.poll(() => search.marked()).toEqual([])
  await expect(parley.library.entries).toHaveText(['Haystack', 'The Nadel itself'])
  await expect(articleIn(page, 'ask')).toBeFocused()

  // Enter goes to the first place as soon as there is one.
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('sofa')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/c\/hay$/)
  await expect(thought).toBeFocused()

  // A title that was found leads to the message that has its words too, else to the composer.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('nadel')
  await page.keyboard.press('Enter')
  await expect(articleIn(page, 'other')).toBeFocused()
  await expect.poll(() => search.marked()).toEqual(['nadel'])
  await page.keyboard.press('Control+k')
  await page.keyboard.type('itself')
  await page.keyboard.press('Enter')
  await expect(parley.composer.field).toBeFocused()
})

test('filters narrow a search, chosen or typed; what is not found is said', async ({ page, parley }) => {
  const { search } = parley
  await parley.open({})
  const run = (name: string) => ({
    run: { id: 'r', choice: 0, endpoint: 'e', model: name, parameters: {}, started: 1 },
  })
  const turn = (id: string, by: string): Seed[] => [
    { id: `${id}1`, parent: null, role: 'user', content: `alpha ${id}` },
    { id: `${id}2`, parent: `${id}1`, role: 'assistant', content: `alpha beta ${id}`, ...run(by) },
  ]
  await seed(page, turn('a', 'gpt-4o'), { id: 'a', title: 'First', tags: ['work'], updated: Date.now() })
  await seed(page, turn('b', 'llama-3'), { id: 'b', title: 'Second', archived: true })
  await search.field.fill('alpha')
  await expect(search.count).toHaveText('4 messages in 2 conversations')
  await expect(search.option('Second')).toContainText('archived')
  await search.filter('Role').selectOption('assistant')
  await expect(search.field).toHaveValue('role:assistant alpha')
  await expect(search.count).toHaveText('2 messages in 2 conversations')
  await search.filter('Model').selectOption('gpt-4o')
  await expect(search.options).toHaveText([/^First/, /alpha beta a$/])
  await search.filter('Role').selectOption('Any role')
  await expect(search.field).toHaveValue('model:gpt-4o alpha')
  await expect(search.count).toHaveText('2 messages in 1 conversation')
  await search.field.fill('alpha in:archive')
  await expect(search.options).toHaveText([/^Second/, /./, /./])
  await search.field.fill('tag:work')
  await expect(search.options).toHaveText([/^First/])
  await expect(search.filter('Tag')).toHaveValue('work')
  await search.field.fill('"beta alpha"')
  await expect(search.count).toContainText('Nothing found.')
  await expect(search.options).toHaveCount(0)
  await search.field.fill('alpha -beta before:1980')
  await expect(search.count).toHaveText('2 messages in 2 conversations')
  await expect(search.options).toHaveCount(4)
})

test('what is written, removed and brought back, here or in another tab, is found as it is', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  const { search } = parley
  await parley.open({ baseURL: endpoint.baseURL, model: model('echo', { only: 'last' }) })
  await search.field.fill('marmalade')
  await expect(search.count).toContainText('Nothing found.')
  const other = new Parley(await context.newPage())
  await other.open()
  await other.send('marmalade')
  await other.thread.reply().has('done', 'marmalade')
  await expect(search.count).toHaveText('2 messages in 1 conversation')

  await search.option(/^assistant/).click()
  await expect(parley.thread.reply().article).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(search.count).toHaveText('1 message in 1 conversation')
  await parley.undo.click()
  await expect(search.count).toHaveText('2 messages in 1 conversation')

  await other.library.choose('Remove', 'marmalade')
  await other.notice('was removed').hover()
  await expect(search.count).toContainText('Nothing found.')
  await other.button('Undo').click()
  await expect(search.count).toHaveText('2 messages in 1 conversation')
})

test('in a thread of 10,000 messages the one that was found comes on screen', async ({ page, parley }) => {
  await parley.open({})
  const thread = Array.from({ length: 10_000 }, (_, at): Seed => ({
    id: `m${at}`,
    parent: at ? `m${at - 1}` : null,
    role: at % 2 ? 'assistant' : 'user',
    content: at === 17 ? `${'Words that fill a line or two.\n\n'.repeat(200)}a needle` : `This is ${at}.`,
    order: 0,
  }))
  await seed(page, thread)
  await expect(articleIn(page, 'm9999')).toBeInViewport()
  await parley.search.field.fill('needle')
  await parley.search.option('a needle').click()
  await expect(articleIn(page, 'm17')).toBeFocused()
  await expect.poll(() => parley.search.marked()).toEqual(['needle'])
  const isSeen = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('found') ?? []
      const place = range instanceof Range ? range.getBoundingClientRect() : undefined
      const box = document.querySelector('main [role=region]')!.getBoundingClientRect()
      return place !== undefined && place.top > box.top && place.bottom < box.bottom
    })
  await expect.poll(isSeen).toBe(true)
})

test('on a phone the search lies over the page, and gives way to what was found', async ({
  page,
  parley,
}) => {
  const { search } = parley
  await page.setViewportSize({ width: 390, height: 844 })
  await parley.open({})
  await seed(page, branches, { id: 'hay', title: 'Haystack' })
  await expect(articleIn(page, 'call')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(search.field).toBeFocused()
  // Also where the list lies over the page already.
  await parley.library.entry('Haystack').focus()
  await page.keyboard.press('Control+k')
  await expect(search.field).toBeFocused()
  await page.keyboard.type('nadel')
  await search.option(/Where is/).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(articleIn(page, 'ask')).toBeFocused()
  await expect(search.here).toBeVisible()
})

test('where the conversations cannot be searched, that is said, and can be tried again', async ({
  page,
  parley,
  guard,
}) => {
  guard.allowFailedLoads()
  await parley.open({})
  await seed(page, branches, { id: 'hay', title: 'Haystack' })
  await page.route('**/searchWorker-*', (route) => route.abort())
  await parley.search.field.fill('nadel')
  await expect(page.getByRole('alert')).toContainText('cannot be searched')
  await page.unroute('**/searchWorker-*')
  await parley.button('Try again').click()
  await expect(parley.search.count).toHaveText('4 messages in 1 conversation')
})

test('two thousand conversations are searched as one types, narrowed, and gone into', async ({
  page,
  parley,
}) => {
  const { search } = parley
  await parley.open({})
  await databaseThere(page)
  const day = 86_400_000
  await page.evaluate(
    ({ newest, day }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('parley')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const database = opening.result
          const transaction = database.transaction(['conversations', 'messages'], 'readwrite')
          const [heads, messages] = ['conversations', 'messages'].map((name) => transaction.objectStore(name))
          for (let at = 0; at < 2000; at++) {
            const id = `talk-${at}`
            const time = newest - at * day
            const facts = {
              named: true,
              created: time,
              updated: time,
              endpoint: 'e',
              parameters: {},
              chosen: {},
            }
            heads!.put({ ...facts, id, title: `Talk ${at}`, ...(at % 5 === 0 && { tags: ['fifth'] }) })
            for (let order = 0; order < 10; order++) {
              const isReply = order % 2 === 1
              const run = { id: `${id} ${order}`, choice: 0, endpoint: 'e', parameters: {}, started: 1 }
              messages!.put({
                id: `${id}-${order}`,
                conversation: id,
                parent: order ? `${id}-${order - 1}` : null,
                order: 0,
                created: time,
                status: 'done',
                role: isReply ? 'assistant' : 'user',
                content:
                  at === 1234 && order === 6 ? 'One xylophone by the river' : `Turn ${order} by the river`,
                ...(isReply && { run: { ...run, model: at % 2 ? 'odd' : 'even' } }),
              })
            }
          }
          transaction.addEventListener('error', () => reject(transaction.error))
          transaction.addEventListener('complete', () => {
            database.close()
            resolve()
          })
        })
      }),
    { newest: Date.now(), day },
  )
  await page.reload()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('river')
  await expect(search.options.first()).toHaveText(/^Talk 0/)
  await expect(search.count).toHaveText('20,000 messages in 2,000 conversations')
  for (const [text, found] of [
    ['river role:user', '10,000 messages in 2,000 conversations'],
    ['river model:odd', '10,000 messages in 1,000 conversations'],
    ['river tag:fifth -role:user', '2,000 messages in 400 conversations'],
    [`river before:${new Date(Date.now() - 1000 * day).toISOString().slice(0, 10)}`, /^(9,9|10,0).*messages/],
    ['xylophone', '1 message in 1 conversation'],
  ] as const) {
    await search.field.fill(text)
    await expect(search.count).toHaveText(found)
  }
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(search.active).toHaveText(/xylophone/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/talk-1234/)
  await expect(articleIn(page, 'talk-1234-6')).toBeInViewport()
  await expect.poll(() => search.marked()).toEqual(['xylophone'])
})
