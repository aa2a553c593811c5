import { expect, model, test } from './fixtures'

const wide = `| ${'aaaaaaaa | '.repeat(8)}\n| ${'- | '.repeat(8)}`
const narrow =
  '| Name | Value |\n| :-- | --: |\n| **bold** `x\\|y` $x^2$ | -5 |\n| [a](https://a.example/) | =1+1 |'
const rich = [
  '| A | B |\n| --- | --- |\n| 1 | first line<br>second line |\n| ![a cat](https://b.example/c.png) | ![](x) |',
  '| [b.com](https://c.example "ti") x[^note] | &amp;copy; \\[x] ＝1 |\n\n[^note]: n',
].join('\n')

test('a table is a stop for Tab only where it scrolls, and is copied as CSV and as Markdown', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.setViewportSize({ width: 390, height: 844 })
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('say', { text: `${wide}\n\n${narrow}\n\n${rich}\n` }),
  })
  await parley.send('Count.')
  const { body } = parley.thread.reply()
  await parley.thread.reply().has('done')
  await expect(body.getByRole('table')).toHaveCount(3)
  const region = body.getByRole('region', { name: 'Table' })
  await expect(region).toHaveCount(1)
  await region.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  await expect(body.locator('math')).toHaveCount(1)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await body.getByRole('button', { name: 'Copy as CSV' }).nth(1).click()
  await expect.poll(copied).toBe("Name,Value\r\nbold x|y $x^2$,-5\r\na,'=1+1")
  await body.getByRole('button', { name: 'Copy as Markdown' }).nth(1).click()
  await expect
    .poll(copied)
    .toBe(
      '| Name | Value |\n| :-- | --: |\n| **bold** `x\\|y` $x^2$ | -5 |\n| [a](<https://a.example/>) | =1+1 |',
    )

  // What the page puts beside the words of a table is not copied, and what is copied is the same table again.
  await body.getByRole('button', { name: 'Copy as CSV' }).last().click()
  await expect.poll(copied).toBe('A,B\r\n1,"first line\nsecond line"\r\na cat,\r\nb.com x[1],&copy; [x] ＝1')
  await body.getByRole('button', { name: 'Copy as Markdown' }).last().click()
  const again =
    '| A | B |\n| --- | --- |\n| 1 | first line<br>second line |\n| ![a cat](<https://b.example/c.png>) |  |\n' +
    '| [b.com](<https://c.example> "ti") x[^note] | \\&copy; [x\\] ＝1 |'
  await expect.poll(copied).toBe(again)
  const cells = async (at: number) =>
    parley.thread.reply(at).body.getByRole('table').last().locator('th, td').allInnerTexts()
  await page.setViewportSize({ width: 1280, height: 844 })
  await parley.parameters.chooseModel(model('say', { text: `${again}\n\n[^note]: n` }))
  await parley.send('Again.')
  await parley.thread.reply(1).has('done')
  const before = await cells(0)
  await expect.poll(() => cells(1)).toEqual(before.map((cell) => cell.replace(/^Image$/, '')))
})
