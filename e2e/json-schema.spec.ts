import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { SchemaEditor } from './pages/SchemaEditor'

const closed = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
const people = closed({
  people: { type: 'array', items: closed({ name: { type: 'string' }, age: { type: 'integer' } }) },
})
const asking = (schema: object) => ({
  defaults: {
    stream: true,
    response_format: { type: 'json_schema', json_schema: { name: 'people', schema } },
  },
})
const formatOf = (body: unknown): unknown => Object.fromEntries(Object.entries(body ?? {}))['response_format']

const inLight = (inside: string) => ({ inside, themes: ['light' as const] })

test('a schema is written and sent; a text that is no schema changes nothing', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'json-people' })
  const editor = new SchemaEditor(page)
  await parley.parameters.responseFormat('json_schema').click()
  await expect(editor.name).toHaveValue('person')
  await expect(editor.strict).toBeChecked()
  await expect(editor.verdict).toHaveText('Strict mode takes this schema.')

  await editor.name.fill('my people')
  await expect(editor.name).toHaveAttribute('aria-invalid', 'true')
  await editor.button('Use my_people').click()
  await expect(editor.name).toHaveValue('my_people')
  await editor.description.fill('Who they are')
  await editor.schema.fill(JSON.stringify(people))
  await editor.schema.press('End')
  await editor.schema.pressSequentially(' and more')
  await expect(editor.row).toContainText('Line 1, column')
  await expect(editor.schema).toHaveAttribute('aria-invalid', 'true')
  expect(await faults(page, inLight('[data-parameter=response_format]'))).toEqual([])

  await parley.send('Who?')
  await parley.thread.reply().has('done')
  const [request] = await endpoint.completions()
  expect(formatOf(request?.body)).toEqual({
    type: 'json_schema',
    json_schema: { name: 'my_people', description: 'Who they are', strict: true, schema: people },
  })
})

test('a schema comes from a template or an example, is found again, and mended for strict mode', async ({
  page,
  parley,
}) => {
  await parley.open()
  const editor = new SchemaEditor(page)
  await parley.parameters.responseFormat('json_schema').click()
  await editor.chooseTemplate('A classification')
  await parley.parameters.responseFormat('text').click()
  await expect(editor.schema).toHaveCount(0)
  await parley.parameters.responseFormat('json_schema').click()
  await expect(editor.schema).toHaveValue(/"positive"/)

  await editor.chooseTemplate('Steps with an answer')
  await expect(editor.name).toHaveValue('solution')
  await expect(editor.schema).toHaveValue(/"explanation"/)

  await editor.schema.fill('{"half": ')
  await editor.button('Larger').click()
  const dialog = page.getByRole('dialog', { name: 'JSON schema of the answer' })
  await expect(dialog.getByRole('textbox', { name: 'schema', exact: true })).toHaveValue(/"explanation"/)
  await page.keyboard.press('Escape')
  await expect(editor.schema).toHaveValue('{"half": ')
  await editor.button('Larger').click()
  await dialog.getByRole('button', { name: 'From an example' }).click()
  await dialog.getByRole('textbox', { name: /^An example/ }).fill('[{"id": 1, "note": null}]')
  await dialog.getByRole('button', { name: 'Make the schema' }).click()
  await expect(dialog.getByRole('textbox', { name: 'schema', exact: true })).toHaveValue(
    /"items"[^]*"integer"/,
  )
  expect(await faults(page, inLight('dialog'))).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(editor.schema).toHaveValue(/"integer"/)
  await expect(editor.verdict).toHaveText('Strict mode takes this schema.')

  // What strict mode does not take is mended one by one, and all at once.
  const loose = {
    type: 'object',
    properties: {
      tags: { type: 'array', items: { type: 'string', minLength: 1 } },
      note: { type: 'string' },
    },
    required: ['tags'],
  }
  await editor.schema.fill(JSON.stringify(loose))
  await expect(editor.verdict).toHaveText('3 things that strict mode does not take')
  await expect(editor.findings.getByRole('listitem')).toContainText([
    '$ An object needs additionalProperties: false.',
    '$ Every property must be required; note is not.',
    '$.properties.tags.items minLength is not among the keywords of strict mode.',
  ])
  await editor.button('Require note, or null').click()
  await expect(editor.verdict).toHaveText('2 things that strict mode does not take')
  await expect(editor.schema).toHaveValue(/"null"/)
  await editor.button('Mend all').click()
  await expect(editor.verdict).toHaveText('Strict mode takes this schema.')
  await expect(editor.schema).not.toHaveValue(/minLength/)
  await editor.button('Put back what was there').click()
  await expect(editor.schema).toHaveValue(/minLength/)
  await editor.strict.click()
  await expect(editor.verdict).toHaveText(/^Not strict/)
})

test('an answer grows as a tree or a table, and is held against its schema as it comes', async ({
  page,
  parley,
  endpoint,
}) => {
  test.slow()
  const slow = model('json-people', { wrong: 1, gate: 'gate,end', after: '16,41' })
  await parley.open({ baseURL: endpoint.baseURL, model: slow, ...asking(people) })
  await parley.send('Who?')
  await endpoint.reached('gate')
  const { article } = parley.thread.reply()
  const json = article.locator('[data-part=json]')
  await expect(json).toHaveAttribute('data-view', 'tree')
  await expect(json).toContainText('"name": "Person 0"')
  await json.getByRole('radio', { name: 'Table' }).click()
  await expect(json.getByRole('columnheader')).toContainText(['', 'name'])
  await expect(article.locator('[data-part=violation]')).toHaveCount(0)

  endpoint.release('gate')
  await endpoint.reached('end')
  await expect(article.locator('[data-part=violation]')).toHaveText(
    'Does not fit its schema: $.people[1].age must be an integer, but is a string.',
  )
  await expect(article).toHaveAttribute('data-status', 'streaming')
  await expect(json.getByRole('row').last()).toContainText('must be an integer')

  endpoint.release('end')
  await parley.thread.reply().has('done')
  for (const view of ['Table', 'Tree', 'Text']) {
    await json.getByRole('radio', { name: view }).click()
    await json.getByRole('button', { name: 'Go to $.people[1].age' }).click()
    await expect(json.locator('mark')).toBeFocused()
    await expect(json.locator('mark')).toHaveText(/^"?21"?$/)
    expect(await faults(page, inLight('[data-part=json]')), view).toEqual([])
  }
})

test('an answer that fits says so, also after a reload; words that are no JSON are words', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'json-people', ...asking(people) })
  await parley.send('Who?')
  const { article } = parley.thread.reply()
  await expect(article.locator('[data-part=fits]')).toHaveText('Fits the schema “people”.')
  await expect
    .poll(() => kept(page, 'messages'))
    .toContainEqual(expect.objectContaining({ role: 'assistant', status: 'done' }))
  await page.reload()
  await expect(article.locator('[data-part=fits]')).toHaveText('Fits the schema “people”.')

  await parley.library.begin()
  await parley.parameters.chooseModel(model('say', { text: 'I would rather not.' }))
  await parley.send('Who?')
  await parley.thread.reply().has('done', /I would rather not\./)
  await expect(parley.thread.reply().body).toContainText('Not valid JSON. Line 1, column 1')
})

test('an answer that is cut shows what came, and where it ends', async ({ parley, endpoint }) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: 'json-cut',
    ...asking(closed({ name: { type: 'string' } })),
  })
  await parley.send('Who?')
  await parley.thread.reply().has('done')
  const json = parley.thread.reply().article.locator('[data-part=json]')
  await expect(json).toHaveAttribute('data-view', 'text')
  await expect(json).toContainText('Not valid JSON. Line')
  await json.getByRole('radio', { name: 'Tree' }).click()
  await expect(json.locator('.json-key').first()).toBeVisible()
})

test('a schema that cannot be checked in any time does not hold the page up', async ({
  parley,
  endpoint,
}) => {
  const text = JSON.stringify({ name: `${'a'.repeat(40)}!` })
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('say', { text }),
    ...asking(closed({ name: { type: 'string', pattern: '^(a|a)*$' } })),
  })
  await parley.send('Who?')
  await parley.thread.reply().has('done')
  await expect(parley.thread.reply().article).toContainText('The schema cannot be checked in this page')
})

test('a long answer in JSON stays quick', async ({ page, parley, endpoint }) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('json-people', { rows: 3000, chunk: 10 }),
    ...asking(people),
  })
  await parley.send('Who?')
  const { article } = parley.thread.reply()
  await expect(article.locator('[data-part=fits]')).toBeVisible({ timeout: 20_000 })
  // A long list is closed where it is whole when it is first shown, and shows its beginning when it is opened.
  await page.reload()
  await article.getByRole('button', { name: 'Show people, 3000 items' }).click()
  await expect(article.getByRole('button', { name: 'Show 100 more' })).toBeVisible()
  expect(await article.locator('.json-entry').count()).toBeLessThan(1000)
})
