import { database } from './database'
import { allMessages, countMessages } from './readForSearch'
import { cachesOfThis } from './removeAll'

/** How many of something are kept, and in how many bytes. */
export interface Taken {
  count: number
  bytes: number
}

/** So long messages are read, in milliseconds, before the rest is taken to be as long as they are. */
const patience = 1500

/** The messages, estimated from as many of them as can be read in a short while. */
export async function messagesTaken(): Promise<Taken> {
  const count = await countMessages()
  const began = performance.now()
  let read = 0
  let letters = 0
  for await (const messages of allMessages()) {
    read += messages.length
    letters += JSON.stringify(messages).length
    if (performance.now() - began > patience) break
  }
  return { count, bytes: read ? (letters * count) / read : 0 }
}

/** The records of requests: their keys say how large they are. */
export async function flightsTaken(): Promise<Taken> {
  const keys = await (await database()).getAllKeys('flights')
  return { count: keys.length, bytes: keys.reduce((sum, [, , , size]) => sum + size, 0) }
}

export async function flightsRemoved(): Promise<void> {
  await (await database()).clear('flights')
}

/** What was typed and is not sent. */
export async function draftsTaken(): Promise<Taken> {
  const drafts = await (await database()).getAll('drafts')
  return { count: drafts.length, bytes: new Blob(drafts).size }
}

/** The program, as the service worker keeps it. */
export async function offlineTaken(): Promise<Taken> {
  const taken = { count: 0, bytes: 0 }
  for (const name of await cachesOfThis())
    for (const response of await (await caches.open(name)).matchAll()) {
      taken.count += 1
      taken.bytes += (await response.blob()).size
    }
  return taken
}
