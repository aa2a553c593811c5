import { expect, model, test } from './fixtures'

const wide = `| ${'aaaaaaaa | '.repeat(8)}\n| ${'- | '.repeat(8)}`
const narrow =
  '| Name | Value |\n| :-- | --: |\n| **bold** `x\\|y` $x^2$ | -5 |\n| [a](https://a.example/) | =1+1 |'

test('a table is a stop for Tab only where it scrolls, and is copied as CSV and as Markdown', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.setViewportSize({ width: 390, height: 844 })
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text: `${wide}\n\n${narrow}\n` }) })
  await parley.send('Count.')
  const { body } = parley.thread.reply()
  await parley.thread.reply().has('done')
  await expect(body.getByRole('table')).toHaveCount(2)
  const region = body.getByRole('region', { name: 'Table' })
  await expect(region).toHaveCount(1)
  await region.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  await expect(body.locator('math')).toHaveCount(1)
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await body.getByRole('button', { name: 'Copy as CSV' }).last().click()
  await expect.poll(copied).toBe("Name,Value\r\nbold x|y $x^2$,-5\r\na,'=1+1")
  await body.getByRole('button', { name: 'Copy as Markdown' }).last().click()
  await expect
    .poll(copied)
    .toBe(
      '| Name | Value |\n| :-- | --: |\n| **bold** `x\\|y` $x^2$ | -5 |\n| [a](<https://a.example/>) | =1+1 |',
    )
})
