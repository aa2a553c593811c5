import { expect, test } from 'vitest'
import type { Message } from '../conversation/Message'
import { Finder } from './Finder'
import { SearchIndex } from './SearchIndex'

const message: Message = {
  id: 'm',
  conversation: 'c',
  parent: null,
  order: 0,
  created: 1,
  status: 'done',
  role: 'user',
  content: 'Crème BRÛLÉE',
}

test('hits are told before their messages are read, and a new question waits for none of them', async () => {
  const index = new SearchIndex()
  index.headsRead([
    { id: 'c', title: '', named: true, created: 1, updated: 1, endpoint: 'e', parameters: {}, chosen: {} },
  ])
  index.messagesRead([message])
  const reads: (() => void)[] = []
  const told: string[] = []
  const finder = new Finder(
    index,
    () => new Promise((resolve) => reads.push(() => resolve([message]))),
    ({ id, groups }) => told.push(`${id} ${groups[0]?.hits[0]?.snippet.text}`),
    () => Promise.resolve(),
    (error) => expect(error).toBeUndefined(),
  )
  finder.ask({ id: 1, text: 'creme', count: 20, open: [] })
  await expect.poll(() => told).toEqual(['1 creme brulee'])
  finder.ask({ id: 2, text: 'brulee', count: 20, open: [] })
  await expect.poll(() => told.at(-1)).toBe('2 creme brulee')
  for (const answer of reads) answer()
  await expect.poll(() => told.at(-1)).toBe('2 Crème BRÛLÉE')
  expect(told).not.toContain('1 Crème BRÛLÉE')
})
