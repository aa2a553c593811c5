import { expect, model, test } from './fixtures'

const text =
  String.raw`Of $5 and $10, $x^2$ and \(\cancel{y}\), but not ` +
  '`$code$`' +
  String.raw`, nor $\nosuch{z}$.

$$
\sum_{k=1}^{n} k = x_{1} + x_{2} + x_{3} + x_{4} + x_{5} + x_{6} + x_{7} + x_{8} + x_{9} + x_{10} + x_{11} + x_{12}
$$`

test('formulas are drawn, scroll by themselves, and are copied as what they were written as', async ({
  page,
  parley,
  endpoint,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text }) })
  await parley.send('Count.')
  const { body } = parley.thread.reply()
  await parley.thread.reply().has('done')
  await expect(body.locator('math')).toHaveCount(3)
  await expect(body.getByTitle(/nosuch/)).toHaveText(String.raw`$\nosuch{z}$`)

  const wide = body.getByRole('region', { name: 'Formula' })
  await wide.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => wide.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  const [around, formula] = await wide.evaluate((box) =>
    [box, box.querySelector('math')!].map((one) => one.clientHeight),
  )
  // No line of its own for what is copied.
  expect(around! - formula!).toBeLessThan(20)

  const copied = await body.locator('.prose').evaluate((prose) => {
    getSelection()!.selectAllChildren(prose)
    return getSelection()!.toString()
  })
  expect(copied.replace(/\s+/g, ' ').trim()).toBe(text.replaceAll('`', '').replace(/\s+/g, ' '))
})
