import { page } from './fixtures/page'
import { expect, test } from 'vitest'

page.localStorage.setItem(
  'parley.contexts',
  JSON.stringify({ version: 1, lengths: { 'here old': 4096, 'here odd': 'long', 'here none': -1 } }),
)
// What is kept is read as the store is made.
const { contextLengthChosen, contextLengthOf, contextLengthsListed } = await import('./contextLengths')

test('what was kept is read, as far as it makes sense', () => {
  expect(contextLengthOf('here', 'old')).toEqual({ tokens: 4096, from: 'reader' })
  expect(contextLengthOf('here', 'odd')).toBeUndefined()
  expect(contextLengthOf('here', 'none')).toBeUndefined()
})

test('the reader counts before the list of models, and that before the table', () => {
  expect(contextLengthOf('here', 'gpt-4')).toEqual({ tokens: 8192, from: 'table' })
  contextLengthsListed('here', [{ id: 'gpt-4', context_length: 9000 }, { id: 'silent' }])
  expect(contextLengthOf('here', 'gpt-4')).toEqual({ tokens: 9000, from: 'list' })
  expect(contextLengthOf('elsewhere', 'gpt-4')).toEqual({ tokens: 8192, from: 'table' })
  contextLengthChosen('here', 'gpt-4', 500)
  expect(contextLengthOf('here', 'gpt-4')).toEqual({ tokens: 500, from: 'reader' })
  contextLengthChosen('here', 'gpt-4', undefined)
  expect(contextLengthOf('here', 'gpt-4')).toEqual({ tokens: 9000, from: 'list' })
})

test('what makes no sense takes the reader’s own length away', () => {
  contextLengthChosen('here', 'mine', 700)
  contextLengthChosen('here', 'mine', 0.5)
  expect(contextLengthOf('here', 'mine')).toBeUndefined()
})

test('a model without a name has a length too', () => {
  contextLengthChosen('here', undefined, 2048)
  expect(contextLengthOf('here', undefined)?.tokens).toBe(2048)
  expect(page.localStorage.getItem('parley.contexts')).toContain('2048')
})
