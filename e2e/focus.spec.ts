import type { Locator, Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { Lens } from './pages/Lens'
import { Parley } from './pages/Parley'

// Whatever a reader does with a message, the focus lands on what they can go on from, never on nothing.

interface Row {
  does: string
  /** Where the focus is before. */
  from: (parley: Parley) => Locator
  /** What is pressed there; 'click' is the mouse. */
  press: string
  /** Where the focus is afterwards. */
  to: (parley: Parley) => Locator
  /** What is seen when it is done, where the focus was there before. */
  shows?: (parley: Parley) => Locator
}

const reply = ({ thread }: Parley) => thread.reply()
const question = ({ thread }: Parley) => thread.message('user')
const article = (parley: Parley) => reply(parley).article
const choice = (place: number, count: number) => (parley: Parley) => reply(parley).choice(place, count)
const first = (role: 'user' | 'assistant') => (parley: Parley) =>
  parley.thread.messages.first().and(parley.thread.message(role).article)
const item = (parley: Parley, name: string) =>
  parley.page.getByRole('menu').getByRole('menuitem', { name, exact: true })

async function play(page: Page, parley: Parley, rows: readonly Row[]): Promise<void> {
  for (const { does, from, press, to, shows } of rows)
    await test.step(does, async () => {
      const at = from(parley)
      if (press === 'click') await at.click()
      else {
        await at.focus()
        await expect(at).toBeFocused()
        await page.keyboard.press(press)
      }
      if (shows) await expect(shows(parley)).toBeVisible()
      await expect(to(parley)).toBeFocused()
      await expect(parley.thread.busy).toHaveCount(0)
      await expect(to(parley)).toBeFocused()
    })
}

test('among the versions of an answer', async ({ page, parley, endpoint }) => {
  const defaults = { stream: true, logprobs: true, top_logprobs: 3 }
  const chosen = { model: model('logprobs', { tokens: 4 }), prefill: 'trailing', defaults } as const
  await parley.open({ baseURL: endpoint.baseURL, ...chosen })
  await parley.send('A story.')
  await reply(parley).has('done')
  const again = (it: Parley) => reply(it).button('Ask for this reply again')
  const more = (it: Parley) => reply(it).button('More for this assistant message')
  const lens = (it: Parley) => new Lens(article(it))
  const closeCompare = (it: Parley) => it.compare.dialog.getByRole('button', { name: 'Close' })
  await play(page, parley, [
    { does: 'Again, with the keyboard', from: again, press: 'Enter', to: article, shows: choice(2, 2) },
    { does: 'Again, with the mouse', from: again, press: 'click', to: article, shows: choice(3, 3) },
    { does: 'r', from: article, press: 'r', to: article, shows: choice(4, 4) },
    {
      does: 'r on a question',
      from: (it) => question(it).article,
      press: 'r',
      to: (it) => question(it).article,
      shows: choice(5, 5),
    },
    { does: 'the arrows', from: article, press: 'ArrowLeft', to: article, shows: choice(4, 5) },
    {
      does: 'the switch',
      from: (it) => reply(it).button('Previous choice'),
      press: 'click',
      to: (it) => reply(it).button('Previous choice'),
      shows: choice(3, 5),
    },
    {
      does: 'Delete, where a sibling is left',
      from: article,
      press: 'Delete',
      to: article,
      shows: choice(4, 4),
    },
    { does: 'undo', from: article, press: 'ControlOrMeta+z', to: article, shows: choice(3, 5) },
    {
      does: 'Compare',
      from: (it) => reply(it).button('Compare'),
      press: 'Enter',
      to: closeCompare,
    },
    {
      does: 'leaving Compare',
      from: (it) => it.compare.columns.first(),
      press: 'Escape',
      to: (it) => reply(it).button('Compare'),
    },
    { does: 'Compare again', from: (it) => reply(it).button('Compare'), press: 'Enter', to: closeCompare },
    { does: 'closing it', from: closeCompare, press: 'Enter', to: (it) => reply(it).button('Compare') },
    { does: 'the menu', from: more, press: 'Enter', to: (it) => item(it, 'Insert before') },
    { does: 'leaving the menu', from: (it) => item(it, 'Insert after'), press: 'Escape', to: more },
    { does: 'the menu again', from: more, press: 'Enter', to: (it) => item(it, 'Insert before') },
    {
      does: 'moving',
      from: (it) => item(it, 'Move up'),
      press: 'Enter',
      to: more,
      shows: first('assistant'),
    },
    { does: 'undoing that', from: more, press: 'ControlOrMeta+z', to: more, shows: first('user') },
    { does: 'the lens', from: (it) => lens(it).toggle, press: 'Enter', to: (it) => lens(it).toggle },
    {
      does: 'a token',
      from: (it) => lens(it).tokens.nth(1),
      press: 'Enter',
      to: (it) => lens(it).card.getByRole('button').first(),
    },
    { does: 'an alternative', from: (it) => lens(it).alternative(' perhaps'), press: 'Enter', to: article },
  ])
  await reply(parley).has('done', /^The perhaps/)

  await question(parley).choose('Remove with all that follows')
  await expect(parley.composer.field).toBeFocused()
  await parley.undo.click()
  await expect(parley.thread.messages).toHaveCount(2)
  await reply(parley).choose('Fork into a new conversation')
  await expect(page).toHaveTitle(/fork/)
  await expect(parley.composer.field).toBeFocused()
  await article(parley).press('Delete')
  await expect(question(parley).article).toBeFocused()
  await parley.undo.press('Enter')
  await expect(parley.redo).toBeFocused()
})

test('where what a dialog was opened from is gone', async ({ page, context, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'echo' })
  await parley.send('A story.')
  await reply(parley).has('done')
  await reply(parley).button('Ask for this reply again').click()
  await expect(choice(2, 2)(parley)).toBeVisible()
  await reply(parley).has('done')
  await reply(parley).button('Compare').press('Enter')
  await expect(parley.compare.columns).toHaveCount(2)

  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  await article(other).press('Delete')
  await expect(other.thread.message('assistant').button('Compare')).toHaveCount(0)
  await page.bringToFront()
  await expect(parley.compare.columns).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(parley.compare.dialog).toHaveCount(0)
  await expect(article(parley)).toBeFocused()
})

test('on from an answer that was cut', async ({ page, parley, endpoint, guard }) => {
  guard.allowFailedLoads()
  const defaults = { stream: true, max_tokens: 2 }
  await parley.open({ baseURL: endpoint.baseURL, prefill: 'trailing', model: 'length', defaults })
  await parley.send('A story.')
  await reply(parley).has('done')
  const addSystem = (it: Parley) => it.button('Add a system message')
  const system = (it: Parley) => it.page.getByRole('textbox', { name: 'Text of the system message' })
  await play(page, parley, [
    { does: 'Continue', from: (it) => reply(it).button('Continue'), press: 'Enter', to: article },
    { does: 'a system message', from: addSystem, press: 'Enter', to: system },
    { does: 'none after all', from: system, press: 'Escape', to: addSystem },
    { does: 'none, with nothing in it', from: addSystem, press: 'Enter', to: system },
    { does: 'saving nothing', from: system, press: 'ControlOrMeta+Enter', to: addSystem },
  ])
  await addSystem(parley).press('Enter')
  await system(parley).fill('Be brief.')
  await system(parley).press('ControlOrMeta+Enter')
  await expect(parley.thread.message('system').article).toBeFocused()

  await parley.parameters.chooseModel(model('error', { status: 500 }))
  await play(page, parley, [
    {
      does: 'r, which fails',
      from: article,
      press: 'r',
      to: article,
      shows: (it) => reply(it).button('Retry'),
    },
    { does: 'Retry', from: (it) => reply(it).button('Retry'), press: 'Enter', to: article },
    { does: 'Retry, with the mouse', from: (it) => reply(it).button('Retry'), press: 'click', to: article },
  ])
})

test('where a new turn asks for the rest, and where a tool is answered', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'tool-call' })
  await parley.send('Weather?')
  await reply(parley).has('done')
  await reply(parley).result('get_weather').fill('18')
  const result = {
    does: 'a result',
    from: (it: Parley) => reply(it).button('Send the result'),
    press: 'Enter',
    to: article,
  }
  await play(page, parley, [result])
  await parley.thread.reply(1).has('done', 'The tools said: 18')
})
