import { type Message, textOf } from '../conversation/Message'
import { titleFrom } from '../conversation/titleFrom'
import { isObject } from '../protocol/isObject'
import { FileFault } from './FileFault'
import type { Found, FoundInFile } from './Found'
import { checkMessage } from './checkMessage'
import { readTree } from './readTree'
import { listIn, objectIn, objectsIn } from './values'

type Json = Record<string, unknown>

const version = 1

/** Whether it is what the recovery screen exports: each record as the browser keeps it. */
export const isRaw = (json: unknown): json is Json => isObject(json) && json['format'] === 'parley-raw'

/**
 * Conversations out of their records. A record that is not as it should be is a fault, unless a copy from before an update
 * has it whole; messages whose conversation cannot be read make one without a name.
 */
export function readRaw(json: Json): FoundInFile {
  if (typeof json['version'] !== 'number') throw new FileFault('unreadable', 'version')
  if (json['version'] > version) throw new FileFault('newer')
  if (!Array.isArray(json['databases'])) throw new FileFault('unreadable', 'databases')
  const faults: FileFault[] = []
  const stores = objectsIn(json['databases']).map((database) => objectIn(database['stores']))
  const families = new Map<string, Message[]>()
  for (const message of wholeRecords(stores, 'messages', messageFrom, faults)) {
    const family = families.get(message.conversation)
    if (family) family.push(message)
    else families.set(message.conversation, [message])
  }
  const named = wholeRecords(stores, 'conversations', conversationFrom, faults)
  const known = new Set(named.map(({ id }) => id))
  const nameless = [...families].filter(([id]) => !known.has(id))
  const pieces = new Set(listIn(stores[0]?.['logprobs']).map((entry) => ownerOf(objectIn(entry))))
  const found = [...named, ...nameless.map(conversationOf)].flatMap((facts): Found[] => {
    const messages = families.get(facts.id) ?? []
    // Log probabilities of what broke off stand in pieces of their own.
    const others = messages.filter(({ id }) => pieces.has(id)).length
    const leftBehind = { images: 0, audio: 0, files: 0, others }
    try {
      const tree = readTree({ ...facts, messages }, facts.id)
      return [{ source: 'parley', tree, leftBehind, isWhole: true, altered: false }]
    } catch (error) {
      // Two messages of the same id: no browser keeps that.
      if (!(error instanceof FileFault)) throw error
      faults.push(error)
      return []
    }
  })
  const settings = objectIn(objectIn(json['local'])['parley.settings'])
  const presets = listIn(stores[0]?.['presets']).map((entry) => objectIn(entry)['value'])
  return { found, faults, altered: false, rest: { presets, endpoints: listIn(settings['endpoints']) } }
}

/** The records of a store, each from the first database that has it whole; which ones there are says the first. */
function wholeRecords<Kind>(
  stores: readonly Json[],
  name: string,
  read: (value: unknown, at: string) => Kind,
  faults: FileFault[],
): Kind[] {
  const [now, ...before] = stores.map((one) => listIn(one[name]))
  const copies = new Map(
    before.toReversed().flatMap((list) => objectsIn(list).map((entry) => [keyOf(entry), entry['value']])),
  )
  return (now ?? []).flatMap((entry, place): Kind[] => {
    const record = objectIn(entry)
    try {
      return [read(record['value'], `${name}[${place}]`)]
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      try {
        return [read(copies.get(keyOf(record)), '')]
      } catch {
        faults.push(error)
        return []
      }
    }
  })
}

const keyOf = (entry: Json) => JSON.stringify(entry['key'])

/** The message that a piece of log probabilities belongs to: the first part of its key. */
const ownerOf = (entry: Json) => listIn(entry['key'])[0]

/** Nobody writes on it any more. */
function messageFrom(value: unknown, at: string): Message {
  const record = objectIn(value)
  const isLive = record['status'] === 'waiting' || record['status'] === 'streaming'
  const message = isLive ? { ...record, status: 'interrupted' } : record
  checkMessage(message, at)
  if (typeof message.conversation !== 'string') throw new FileFault('unreadable', `${at}.conversation`)
  return message
}

/** The facts of a conversation that `readTree` accepts. */
function conversationFrom(value: unknown, at: string): Json & { id: string } {
  const facts = objectIn(value)
  return { ...facts, id: readTree({ ...facts, messages: [] }, at).conversation.id }
}

function conversationOf([id, messages]: [string, Message[]]): Json & { id: string } {
  const times = messages.map(({ created }) => created)
  const first = messages.find(({ role }) => role === 'user')
  const created = times.reduce((one, other) => Math.min(one, other))
  const updated = times.reduce((one, other) => Math.max(one, other))
  return { id, title: first ? titleFrom(textOf(first)) : '', named: false, created, updated }
}
