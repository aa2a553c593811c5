import type { ConversationId } from '../conversation/Message'
import { loadConversations } from '../storage/conversations'
import { type News, onNews } from '../storage/otherTabs'
import { allMessages, countMessages, messagesById, messagesIn } from '../storage/readForSearch'
import { Finder } from './Finder'
import type { Answer, Question, Results } from './questions'
import { SearchIndex } from './SearchIndex'
import { takeNews } from './takeNews'

/** How many conversations are read by themselves, the newest first, before all messages are read in no order. */
const newest = 400
const together = 40

const index = new SearchIndex()
let reading: Results['reading'] = { read: 0, of: 0 }
let models: readonly string[] | undefined = []

const answer = (told: Answer) => postMessage(told)
const finder = new Finder(
  index,
  messagesById,
  (results) =>
    answer({ type: 'found', results: { ...results, reading, models: (models ??= modelsKnown()) } }),
  pause,
  failed,
)

addEventListener('message', ({ data }: MessageEvent<Question>) => finder.ask(data))

/** What is told before the conversations are known waits until they are. */
const early: News[] = []
let hear = (news: News): void => void early.push(news)
onNews((news) => hear(news))
readAll().catch(failed)

async function readAll(): Promise<void> {
  index.readingBegins()
  const heads = await loadConversations()
  index.headsRead(heads)
  hear = heard
  for (const news of early) heard(news)
  reading = { read: 0, of: await countMessages() }
  finder.changed(heads.map(({ id }) => id))
  const order = heads.toSorted((one, other) => other.updated - one.updated).map(({ id }) => id)
  for (let at = 0; at < newest && at < order.length; at += together)
    take(await messagesIn(order.slice(at, Math.min(newest, at + together))))
  const { read, of } = reading
  // Those come once more.
  let again = 0
  if (order.length > newest)
    for await (const messages of allMessages()) {
      take(messages)
      again += messages.length
      reading = { read: Math.max(read, again), of }
    }
  index.readingEnds()
  reading = undefined
  models = undefined
  finder.later()
}

function take(messages: Parameters<typeof index.messagesRead>[0]) {
  if (reading) reading = { ...reading, read: reading.read + messages.length }
  finder.changed(index.messagesRead(messages))
}

function heard(news: News) {
  const ids = takeNews(index, news)
  if (news.type === 'arrived') arrived(ids).catch(failed)
  if (!ids.length) return
  if (!reading) models = undefined
  finder.changed(ids, { rewritten: true })
}

/** Conversations have come in as a whole: their messages are to be read. */
async function arrived(ids: readonly ConversationId[]): Promise<void> {
  index.readingBegins()
  for (let at = 0; at < ids.length; at += together)
    finder.changed(index.messagesRead(await messagesIn(ids.slice(at, at + together))))
  index.readingEnds()
}

function modelsKnown(): string[] {
  const counts = new Map<string, number>()
  for (const { messages } of index.conversations.values())
    for (const { model } of messages.values()) if (model) counts.set(model, (counts.get(model) ?? 0) + 1)
  return [...counts].toSorted((one, other) => other[1] - one[1]).map(([model]) => model)
}

/** Lets through what the page has asked meanwhile. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })
}

function failed() {
  answer({ type: 'failed' })
}
