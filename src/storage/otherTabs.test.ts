import { afterAll, expect, test } from 'vitest'
import { message } from '../conversation/fixtures/trees'
import { type News, onNews, tellOtherTabs } from './otherTabs'

const otherTab = new BroadcastChannel('parley')
afterAll(() => otherTab.close())

test('another tab hears what this one tells, and this one does not hear itself', async () => {
  const here: News[] = []
  onNews((news) => here.push(news))
  const news: News = { type: 'changed', id: 'c', change: { put: [], removed: ['m'] }, base: { put: [] } }
  const there = new Promise((resolve) => {
    otherTab.addEventListener('message', ({ data }: MessageEvent<News>) => resolve(data), { once: true })
  })
  tellOtherTabs(news)
  expect(await there).toEqual(news)
  expect(here).toEqual([])
})

test('this tab hears what another one tells', async () => {
  const heard = new Promise<News>((resolve) => onNews(resolve))
  otherTab.postMessage({ type: 'removed', ids: ['c'] } satisfies News)
  expect(await heard).toEqual({ type: 'removed', ids: ['c'] })
})

test('what cannot be told throws nothing: it is still to be written', () => {
  const live = [message('a', null, { extra: { notToBeCopied: () => {} } })]
  expect(() => structuredClone(live)).toThrow('could not be cloned')
  expect(() => tellOtherTabs({ type: 'progress', id: 'c', live })).not.toThrow()
})
