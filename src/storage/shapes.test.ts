import { expect, test } from 'vitest'
import { conversation } from '../conversation/fixtures/trees'
import { isConversation } from './shapes'

test('a conversation is filed under words alone', () => {
  expect(isConversation(conversation)).toBe(true)
  expect(isConversation({ ...conversation, folder: 'Work', tags: ['one', 'two'] })).toBe(true)
  for (const odd of [{ folder: 5 }, { tags: 'one' }, { tags: [5] }, { tags: null }])
    expect(isConversation({ ...conversation, ...odd })).toBe(false)
})
