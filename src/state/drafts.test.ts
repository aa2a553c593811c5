// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { saveDraft } from '../storage/drafts'
import { draftOf, draftsOpened, newMessage } from './drafts'

test('what an earlier page has kept comes once: what another tab keeps meanwhile is not put before it', async () => {
  await saveDraft(newMessage, 'A')
  await draftsOpened()
  expect(draftOf(newMessage)).toBe('A')
  await saveDraft(newMessage, 'B')
  await draftsOpened()
  await draftsOpened()
  expect(draftOf(newMessage)).toBe('A')
})
