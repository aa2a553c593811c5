import { expect, test } from './fixtures'
import { kept } from './kept'
import { Parley } from './pages/Parley'
import { seedLibrary } from './seed'

const day = 86_400_000

test('ten thousand conversations are listed, walked through and opened', async ({ page, parley }) => {
  await parley.open()
  const now = Date.now()
  const many = Array.from({ length: 10_000 }, (_none, at) => ({
    id: `many-${at}`,
    title: at === 7000 ? 'Zebra crossing' : `Conversation ${at}`,
    updated: now - at * 3_600_000,
  }))
  await seedLibrary(page, many)
  const { entries, lines, list } = parley.library
  await expect(entries.first()).toHaveText('Conversation 0')
  // Headings of time besides, as many as months.
  const size = Number(await lines.first().getAttribute('aria-setsize'))
  expect(size).toBeGreaterThan(10_010)
  expect(size).toBeLessThan(10_030)
  expect(await lines.count()).toBeLessThan(80)

  await entries.first().focus()
  await page.keyboard.press('End')
  await expect(parley.library.entry('Conversation 9999')).toBeFocused()
  await expect(parley.library.entry('Conversation 9999')).toBeInViewport()
  expect(await lines.count()).toBeLessThan(80)
  await page.keyboard.type('zeb')
  await expect(parley.library.entry('Zebra crossing')).toBeFocused()
  await page.keyboard.press('Enter')
  await parley.thread.message('user').has('done', 'Zebra crossing')
  await expect(parley.library.entry('Zebra crossing')).toHaveAttribute('aria-current', 'page')

  // What is open is in sight when the page comes back.
  await page.reload()
  await expect(parley.library.entry('Zebra crossing')).toBeInViewport()
  expect(await lines.count()).toBeLessThan(80)

  // All of them at once, and back.
  await parley.library.entry('Zebra crossing').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Home')
  await expect(parley.library.box('Conversation 0')).toBeInViewport()
  // A search covers the list, and changes nothing in it.
  await parley.search.field.fill('nowhere')
  await expect(lines).toHaveCount(0)
  await expect(parley.library.selection).toHaveCount(0)
  await parley.search.field.fill('')
  await expect(parley.library.box('Conversation 0')).toBeInViewport()
  await expect(parley.library.selection).toContainText('10,000 selected')
  await parley.library.selection.getByRole('button', { name: 'Archive' }).click()
  // It passes, but not under the pointer.
  await parley.notice('10,000 conversations archived.').hover()
  await expect(list).toContainText('Archived (10,000)')
  await parley.notice('10,000 conversations archived.').getByRole('button', { name: 'Undo' }).click()
  await expect(list).not.toContainText('Archived')
})

test('conversations are filed by keyboard alone, many at once, and every tab sees it', async ({
  page,
  context,
  parley,
}) => {
  await parley.open()
  const now = Date.now()
  await seedLibrary(
    page,
    ['Apple', 'Banana', 'Cherry', 'Damson', 'Elder'].map((id, at) => ({ id, updated: now - at * 60 * day })),
  )
  const { entries, entry, box, list, selection } = {
    entries: parley.library.entries,
    list: parley.library.list,
    selection: parley.library.selection,
    entry: (title: string) => parley.library.entry(title),
    box: (title: string) => parley.library.box(title),
  }
  await expect(entries).toHaveText(['Apple', 'Banana', 'Cherry', 'Damson', 'Elder'])
  const other = new Parley(await context.newPage())
  await other.page.goto('/')
  await expect(other.library.entries).toHaveCount(5)

  await test.step('from its menu, which a key opens', async () => {
    await entry('Apple').focus()
    await page.keyboard.press('d')
    await expect(entry('Damson')).toBeFocused()
    await page.keyboard.press('Shift+F10')
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
    await page.keyboard.press('p')
    await page.keyboard.press('Enter')
    await expect(entries).toHaveText(['Damson', 'Apple', 'Banana', 'Cherry', 'Elder'])
    await expect(list.getByRole('heading', { name: 'Pinned' })).toBeVisible()
    await expect(other.library.entries).toHaveText(['Damson', 'Apple', 'Banana', 'Cherry', 'Elder'])
  })

  await test.step('a title in its place, and back', async () => {
    await entry('Elder').focus()
    await page.keyboard.press('F2')
    await expect(page.getByRole('textbox', { name: 'New title for “Elder”' })).toBeFocused()
    await page.keyboard.type('Fig')
    await page.keyboard.press('Enter')
    await expect(entry('Fig')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(entry('Elder')).toBeFocused()
  })

  await test.step('several into a folder', async () => {
    await entry('Apple').focus()
    await page.keyboard.press('Space')
    await expect(box('Apple')).toBeFocused()
    await page.keyboard.press('Shift+ArrowDown')
    await expect(box('Banana')).toBeFocused()
    await expect(selection).toContainText('2 selected')
    await selection.getByRole('button', { name: 'Folder' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'New folder' }).focus()
    await page.keyboard.type('Fruit/Red')
    await page.keyboard.press('Enter')
    await expect(box('Banana')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(entry('Banana')).toBeFocused()
    await expect(list.getByRole('heading', { level: 2 }).nth(1)).toHaveText(/^Fruit/)
    await expect(entries).toHaveText(['Damson', 'Apple', 'Banana', 'Cherry', 'Elder'])
    const folder = (name: string) => list.getByRole('button', { name: `Folder ${name}, 2 conversations` })
    await page.keyboard.press('ArrowLeft')
    await expect(folder('Fruit / Red')).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(folder('Fruit')).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(entries).toHaveText(['Damson', 'Cherry', 'Elder'])
    await expect(other.library.entries).toHaveText(['Damson', 'Cherry', 'Elder'])
    await page.keyboard.press('ArrowRight')
    await expect(entries).toHaveCount(5)
    // Who goes to a conversation sees where it stands.
    await page.keyboard.press('ArrowLeft')
    await expect(entries).toHaveCount(3)
    await page.goto('/#/c/Apple')
    await expect(entry('Apple')).toHaveAttribute('aria-current', 'page')
    await page.goto('/#/')
    await expect(entries).toHaveCount(5)
  })

  await test.step('a range from the line with the focus to one that is pressed', async () => {
    await entry('Damson').focus()
    await entry('Banana').click({ modifiers: ['Shift'] })
    await expect(selection).toContainText('3 selected')
    await page.keyboard.press('Escape')
    await expect(entry('Banana')).toBeFocused()
  })

  await test.step('tags narrow the list', async () => {
    await entry('Cherry').focus()
    await page.keyboard.press('Shift+F10')
    await page.keyboard.press('t')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'New tag' }).fill('#round')
    await parley.button('Save').click()
    await expect(entry('Cherry')).toBeFocused()
    const chip = (there: Parley) => there.library.list.getByRole('button', { name: 'round 1' })
    await chip(other).click()
    await expect(other.library.entries).toHaveText(['Cherry'])
    await expect(entries).toHaveCount(5)
    await chip(other).click()
  })

  await test.step('removed as one, brought back as one, and the focus stays in the list', async () => {
    await entry('Cherry').focus()
    await page.keyboard.press('Shift+ArrowDown')
    await expect(box('Elder')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(entries).toHaveText(['Damson', 'Apple', 'Banana'])
    await expect(entry('Banana')).toBeFocused()
    await expect(other.library.entries).toHaveText(['Damson', 'Apple', 'Banana'])
    await expect.poll(async () => (await kept(page, 'messages')).length).toBe(3)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(entries).toHaveCount(5)
    await expect(other.library.entries).toHaveCount(5)
    await expect.poll(async () => (await kept(page, 'messages')).length).toBe(5)
    await page.reload()
    await expect(entries).toHaveText(['Damson', 'Apple', 'Banana', 'Cherry', 'Elder'])
    // Where no line is left, the page takes the key.
    await entry('Cherry').focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await expect(entries).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(entries).toHaveCount(5)
  })
})

test('a temporary conversation is kept nowhere, until it is', async ({ page, context, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'echo?only=last' })
  const other = new Parley(await context.newPage())
  await other.page.goto('/')
  const all = async () => {
    const stores = await Promise.all(
      (['conversations', 'messages', 'drafts'] as const).map((name) => kept(page, name)),
    )
    return JSON.stringify([stores, await page.evaluate(() => Object.entries(localStorage))])
  }
  await page.getByRole('main').getByRole('button', { name: 'Temporary conversation' }).click()
  const note = page.getByRole('note')
  await expect(note).toContainText('kept nowhere')
  await parley.send('sesame')
  await parley.thread.reply().has('done', 'sesame')
  await expect(page).toHaveTitle('Parley')
  await expect(parley.library.entries).toHaveText(['sesame'])
  await parley.composer.field.fill('sesame draft')

  // Another one that is kept comes after all that.
  await parley.library.begin()
  await expect(note).toHaveCount(0)
  await parley.send('ordinary')
  await parley.thread.reply().has('done', 'ordinary')
  await expect(other.library.entries).toHaveText(['ordinary'])
  await expect.poll(all).toContain('ordinary')
  expect(await all()).not.toContain('sesame')

  // The browser asks before it is lost, and only then.
  await parley.library.entry('sesame').click()
  await expect(parley.composer.field).toHaveValue('sesame draft')
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss()
    return dialog.type()
  })
  await page.evaluate(() => location.reload())
  expect(await asked).toBe('beforeunload')
  await note.getByRole('button', { name: 'Keep' }).click()
  await expect(note).toHaveCount(0)
  await expect(other.library.entries).toHaveText(['ordinary', 'sesame'])
  await expect.poll(all).toContain('sesame draft')
  await page.reload()
  await parley.thread.reply().has('done', 'sesame')
})
