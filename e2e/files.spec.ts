import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../src/links/crc32'
import { faults } from './faults'
import { expect, test } from './fixtures'
import { Files, given } from './pages/Files'
import { Share } from './pages/Share'
import { seed } from './seed'
import { walkTo } from './walkTo'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../src/files/fixtures', name))
const names = ['chatgpt', 'claude', 'openwebui', 'librechat', 'nextchat', 'betterchatgpt'] as const

/** A zip of one file, as programs write it. */
function zipOf(name: string, content: Buffer): Buffer {
  const body = deflateRawSync(content)
  const head = (mark: number, before: number[], at: number[]) => {
    const fields = [
      ...before,
      20,
      0,
      0,
      0,
      8,
      0,
      0,
      0,
      0,
      0,
      ...bytes(crc32(content), 4),
      ...bytes(body.length, 4),
      ...bytes(content.length, 4),
      ...bytes(name.length, 2),
      0,
      0,
      ...at,
    ]
    return Buffer.concat([Buffer.from(bytes(mark, 4)), Buffer.from(fields), Buffer.from(name)])
  }
  const file = Buffer.concat([head(0x04034b50, [], []), body])
  const list = head(0x02014b50, [20, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  const end = [
    ...bytes(0x06054b50, 4),
    0,
    0,
    0,
    0,
    1,
    0,
    1,
    0,
    ...bytes(list.length, 4),
    ...bytes(file.length, 4),
    0,
    0,
  ]
  return Buffer.concat([file, list, Buffer.from(end)])
}
const bytes = (value: number, size: number) =>
  Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255)

test('exports of others are shown before anything is written, taken in as one act, and taken out again', async ({
  page,
  parley,
}) => {
  await parley.open({})
  const files = new Files(page)
  await files.openImport()
  await expect(files.importDialog.getByRole('button', { name: 'Choose files…' })).toBeVisible()
  expect(await faults(page, { themes: ['light'] })).toEqual([])
  const zip = given('export.zip', zipOf('data/conversations.json', fixture('claude.json')))
  await files.choose(
    zip,
    ...names
      .filter((name) => name !== 'claude')
      .map((name) => given(`${name}.json`, fixture(`${name}.json`))),
    given('notes.txt', 'Just words.'),
    given('cut.json', fixture('chatgpt.json').subarray(0, 900)),
  )
  await expect(files.rows).toHaveCount(7)
  await expect(files.rows.first()).toContainText('Left out: 2 images')
  await expect(files.faults).toContainText('notes.txt: It is no export that is known here')
  await expect(files.faults).toContainText('cut.json: It was cut')
  await expect(files.faults).toContainText('chatgpt.json: It is no export that is known here. ([1])')
  expect(await faults(page, { themes: ['light'] })).toEqual([])
  await files.rows.filter({ hasText: 'An old one' }).getByRole('checkbox').uncheck()
  await files.confirm.click()
  await expect(files.notice).toContainText('6 conversations imported.')
  await expect(parley.library.entries).toHaveCount(6)

  // The same again: all of it is here, but for the one that was not wanted.
  await files.openImport()
  await files.choose(...names.map((name) => given(`${name}.json`, fixture(`${name}.json`))))
  await expect(files.rows.filter({ hasText: 'Already here' })).toHaveCount(6)
  await expect(files.confirm).toHaveText('Import 1 conversation')
  await page.keyboard.press('Escape')
  await files.undo()
  await expect(parley.library.entries).toHaveCount(0)
})

test('what is dropped on the page or pasted is shown as well, and one alone is opened', async ({
  page,
  parley,
}) => {
  await parley.open({})
  const files = new Files(page)
  const body = {
    model: 'm',
    temperature: 0.5,
    messages: [{ role: 'user', content: '<b>Why</b> two tides?' }],
  }
  const size = page.viewportSize()!
  // Also where neither pane is there.
  await page.setViewportSize({ width: 700, height: 800 })
  await expect(async () => {
    const handle = await page.evaluateHandle((text) => {
      const carried = new DataTransfer()
      carried.items.add(new File([text], '<i>.json'))
      return carried
    }, JSON.stringify(body))
    await page.dispatchEvent('main', 'drop', { dataTransfer: handle })
    await expect(files.importDialog).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(files.rows).toHaveText([/<b>Why<\/b> two tides\?/])
  await expect(files.confirm).toBeFocused()
  await page.setViewportSize(size)
  await files.importDialog.getByRole('button', { name: 'Other files…' }).click()
  await files.importDialog.getByLabel('Or paste here').evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, JSON.stringify(body))
  await expect(files.rows).toHaveCount(1)
  await files.confirm.click()
  await expect(parley.thread.messages).toHaveText([/<b>Why<\/b> two tides\?/])
  await expect(parley.parameters.number('temperature')).toHaveValue('0.5')
  await files.undo()
  await expect(parley.thread.messages).toHaveCount(0)
})

test('a conversation becomes a file of each kind, and those of Parley come back whole', async ({
  page,
  guard,
  parley,
  endpoint,
}) => {
  const hostile = '</script><img src=x onerror=document.title=1> & "Tides"'
  const trap =
    '<script>document.title=2</script><svg onload=document.title=3> [go](javascript:document.title=4) ![p](https://leak.example/p.png)'
  await parley.open({ baseURL: endpoint.baseURL, model: 'm' })
  await seed(
    page,
    [
      { id: 'q', parent: null, role: 'user', content: hostile },
      { id: 'a', parent: 'q', role: 'assistant', content: 'Two **bulges** of $x^2$.' },
      { id: 'b', parent: 'q', role: 'assistant', content: `Ask.\n\n${trap}` },
    ],
    { title: hostile, parameters: { temperature: 0.1 } },
  )
  await expect(parley.thread.messages).toHaveCount(2)
  const files = new Files(page)
  const share = new Share(page)
  await share.open()
  const own = await files.saved(share.dialog.getByRole('button', { name: /^Parley’s own file .*kB/ }))
  const readable = await files.saved(share.dialog.getByRole('button', { name: /^A page .*kB/ }))
  expect([own.name, readable.name]).toEqual([
    expect.stringMatching(/^script img .*\.parley\.json$/),
    expect.stringMatching(/^script img .*\.html$/),
  ])
  await share.dialog.getByRole('button', { name: 'Other kinds…' }).click()
  await expect(files.exportDialog).toContainText('1 conversation as')
  expect(await faults(page, { themes: ['light'] })).toEqual([])
  const kinds = [
    ['Markdown', '**assistant**:\n\nAsk.'],
    ['Examples for fine-tuning', '{"messages":[{"role":"user"'],
    ['Requests', '"temperature": 0.1'],
  ] as const
  for (const [label, inside] of kinds) {
    await files.exportDialog.getByRole('radio', { name: label }).check()
    const { text } = await files.saved(files.exportDialog.getByRole('button', { name: 'Save file' }))
    expect(text).toContain(inside)
  }
  await page.keyboard.press('Escape')
  await parley.library.choose('Export…', hostile)
  await expect(files.exportDialog).toContainText('1 conversation as')
  await page.keyboard.press('Escape')

  // Without the conversation, each of the two brings it back, and both say the same.
  await parley.library.choose('Remove', hostile)
  await expect(parley.library.entries).toHaveCount(0)
  for (const file of [own, readable]) {
    await files.openImport()
    await files.choose(given(file.name, file.text))
    await expect(files.rows).toContainText(['2 of 3 messages in view'])
    await files.confirm.click()
    await expect(parley.thread.messages.last()).toContainText('Ask.')
    await expect(parley.thread.messages.first()).toContainText(hostile)
    await files.undo()
    await expect(parley.library.entries).toHaveCount(0)
  }

  // The page by itself, from the disk: nothing runs in it, nothing is fetched, and all of it can be read, found and printed.
  guard.allowOrigin('null')
  const place = test.info().outputPath('saved.html')
  writeFileSync(place, readable.text)
  const opened = await page.context().newPage()
  await opened.goto(pathToFileURL(place).href)
  await expect(opened.getByRole('heading', { level: 1 })).toHaveText(hostile)
  await expect(opened.getByRole('article')).toHaveCount(2)
  await expect(opened.getByText('2 of 2 choices')).toBeVisible()
  expect(await opened.title()).toBe(hostile)
  expect(await opened.locator('img, svg, script:not([type="application/json"]), a[href^=java]').count()).toBe(
    0,
  )
  expect(await opened.evaluate(() => Reflect.get(window, 'find').call(window, 'document.title=3'))).toBe(true)
  expect(await faults(opened, { themes: ['light'] })).toEqual([])
  await opened.emulateMedia({ media: 'print' })
  for (const words of [hostile, 'Ask.', 'document.title=4'])
    expect(await opened.locator('main').innerText()).toContain(words)
  expect((await opened.pdf()).length).toBeGreaterThan(5000)
})

test('a thousand conversations are looked through and taken in by keyboard alone', async ({
  page,
  parley,
}) => {
  await parley.open({})
  const files = new Files(page)
  const conversations = Array.from({ length: 1000 }, (_, at) => ({
    id: `many-${at}`,
    title: `Talk ${at}`,
    created: at + 1,
    updated: at + 1,
    messages: [{ id: `many-${at}-0`, parent: null, order: 0, created: 1, role: 'user', content: 'Words.' }],
  }))
  await files.openImport()
  await files.choose(given('all.json', JSON.stringify({ format: 'parley', version: 1, conversations })))
  await expect(files.confirm).toHaveText('Import 1,000 conversations')
  await expect(files.confirm).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(files.importDialog.getByRole('button', { name: 'Show 800 more' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(files.rows).toHaveCount(1000)
  await expect(files.rows.nth(200).getByRole('checkbox')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(files.rows.nth(201).getByRole('checkbox')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(files.confirm).toHaveText('Import 999 conversations')
  await walkTo(page, files.confirm)
  await page.keyboard.press('Enter')
  await expect(files.notice).toContainText('999 conversations imported.')
  await expect(parley.library.entry('Talk 999')).toBeVisible()
})
