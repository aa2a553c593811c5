// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { builtIn } from '../api/endpoint'
import { ChatError } from '../protocol/ChatError'
import { fieldsRefused } from './fieldsRefused'
import { profileOf } from './profiles'

const refused = new ChatError('rejected', 'Unknown model.', { status: 400, param: 'model' })

test('what was refused is remembered with the model that was asked', () => {
  fieldsRefused(builtIn.id, refused, { model: 'guide', messages: [] })
  expect(profileOf(builtIn.id).fields['model']).toMatchObject({ message: 'Unknown model.', model: 'guide' })
})

test('a model that is no name is not kept as one: an extra body may hold anything', () => {
  const body = { messages: [], ...JSON.parse('{"model":{}}') }
  fieldsRefused(builtIn.id, refused, body)
  expect(profileOf(builtIn.id).fields['model']).not.toHaveProperty('model')
})
