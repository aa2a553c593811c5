// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { beforeEach, expect, test, vi } from 'vitest'
import { loadDrafts, saveDraft } from '../storage/drafts'

let page: typeof import('./drafts')

beforeEach(async () => {
  vi.resetModules()
  page = await import('./drafts')
})

test('what an earlier page has kept comes once: what another tab keeps meanwhile is not put before it', async () => {
  const { draftOf, draftsOpened, newMessage } = page
  await saveDraft(newMessage, 'A')
  await draftsOpened()
  expect(draftOf(newMessage)).toBe('A')
  await saveDraft(newMessage, 'B')
  await draftsOpened()
  await draftsOpened()
  expect(draftOf(newMessage)).toBe('A')
})

test('what is typed before that has come is kept behind it, and what is sent before leaves it alone', async () => {
  const { draftChanged, draftOf, newMessage, newSystem, rolePlace } = page
  await saveDraft(newMessage, 'A')
  await saveDraft(rolePlace(newMessage), 'assistant')
  await saveDraft(newSystem, 'S')
  draftChanged(newMessage, 'B')
  draftChanged(rolePlace(newMessage), 'user')
  draftChanged(newSystem, 'T')
  draftChanged(newSystem, '')
  await expect
    .poll(loadDrafts)
    .toEqual({ [newMessage]: 'A\nB', [rolePlace(newMessage)]: 'user', [newSystem]: 'S' })
  expect([draftOf(newMessage), draftOf(newSystem)]).toEqual(['A\nB', 'S'])
})
