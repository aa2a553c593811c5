import type { Page } from '@playwright/test'
import type { Message } from '../src/conversation/Message'
import type { Conversation } from '../src/conversation/Tree'
import { databaseThere } from './written'

/** A message in few words; what it does not say is as in a message that somebody wrote. */
export type Seed = Pick<Message, 'id' | 'parent' | 'role' | 'content'> & Partial<Message>

/** Puts a conversation into the page's database, past the page's own code, and opens it. */
export async function seed(page: Page, messages: readonly Seed[], facts: Partial<Conversation> = {}) {
  const conversation: Conversation = {
    id: 'seeded',
    title: 'Seeded',
    named: true,
    created: 1,
    updated: 1,
    endpoint: 'test',
    parameters: {},
    chosen: {},
    ...facts,
  }
  const records = messages.map((message, order) => ({
    conversation: conversation.id,
    order,
    created: order,
    status: 'done',
    ...message,
  }))
  await databaseThere(page)
  await page.evaluate(
    (seeded) =>
      new Promise<void>((resolve, reject) => {
        const { conversation, records } = JSON.parse(seeded)
        const opening = indexedDB.open('parley')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const database = opening.result
          const transaction = database.transaction(['conversations', 'messages'], 'readwrite')
          transaction.objectStore('conversations').put(conversation)
          const store = transaction.objectStore('messages')
          for (const record of records) store.put(record)
          transaction.addEventListener('error', () => reject(transaction.error))
          transaction.addEventListener('complete', () => {
            database.close()
            resolve()
          })
        })
      }),
    JSON.stringify({ conversation, records }),
  )
  await page.goto(`/#/c/${conversation.id}`)
}

/** Opens a conversation of two turns that nobody has edited yet: *one*, *two*, each answered with itself. */
export function seedTwoTurns(page: Page, model: string, id = 'seeded'): Promise<void> {
  const messages = ['one', 'one', 'two', 'two'].map((content, at): Seed => ({
    id: `${id}-${at}`,
    parent: at > 0 ? `${id}-${at - 1}` : null,
    role: at % 2 ? 'assistant' : 'user',
    content,
  }))
  return seed(page, messages, { id, title: 'one', named: false, parameters: { model, stream: true } })
}

/** Puts conversations into the page's database, past the page's own code, each with a question, and reads them. */
export async function seedLibrary(page: Page, facts: readonly (Partial<Conversation> & { id: string })[]) {
  await databaseThere(page)
  const records = facts.map((fact) => ({
    title: fact.id,
    named: true,
    created: 1,
    updated: 1,
    endpoint: 'test',
    parameters: {},
    chosen: {},
    ...fact,
  }))
  await page.evaluate(
    (seeded) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('parley')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const database = opening.result
          const transaction = database.transaction(['conversations', 'messages'], 'readwrite')
          const words = { parent: null, order: 0, created: 1, status: 'done', role: 'user' }
          for (const record of JSON.parse(seeded)) {
            transaction.objectStore('conversations').put(record)
            const message = { ...words, id: `${record.id}-0`, conversation: record.id, content: record.title }
            transaction.objectStore('messages').put(message)
          }
          transaction.addEventListener('error', () => reject(transaction.error))
          transaction.addEventListener('complete', () => {
            database.close()
            resolve()
          })
        })
      }),
    JSON.stringify(records),
  )
  await page.reload()
}
