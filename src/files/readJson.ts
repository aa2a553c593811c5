import { isObject } from '../protocol/isObject'
import { FileFault } from './FileFault'
import type { Found, FoundInFile } from './Found'
import { isBetterChatGpt, readBetterChatGpt } from './readBetterChatGpt'
import { isChatGpt, readChatGpt } from './readChatGpt'
import { isClaude, readClaude } from './readClaude'
import { isLibreChat, readLibreChat } from './readLibreChat'
import { isLog, readLog } from './readLog'
import { hasMessages, isMessage, readMessages } from './readMessages'
import { isNextChat, isNextChatBackup, nextChatSessions, readNextChat } from './readNextChat'
import { listIn, objectIn } from './values'
import { isRaw, readRaw } from './readRaw'
import { isOpenWebUi, readOpenWebUi } from './readOpenWebUi'
import { fromParleyJson, isParleyJson } from './readParleyFile'

type Json = Record<string, unknown>

/** Hears how many of how many conversations have been read. */
export type OnRead = (read: number, of: number) => void

/** What a file of JSON holds, whoever has made it: its kind is what it is, not what it is called. */
export function readJson(json: unknown, now: number, onRead: OnRead = () => {}): FoundInFile {
  if (isParleyJson(json)) return readParley(json)
  if (isRaw(json)) return readRaw(json)
  if (isFlight(json)) return readFlight(json, now)
  const list = listOf(json)
  const found: Found[] = []
  const faults: FileFault[] = []
  list.forEach((value, place) => {
    const at = Array.isArray(json) || list.length > 1 ? `[${place}]` : ''
    try {
      found.push(readOne(value, at, now))
    } catch (error) {
      faults.push(asFault(error, at))
    }
    onRead(place + 1, list.length)
  })
  const [first] = faults
  // Where nothing at all is known, it is the file that is of no known kind.
  if (!found.length && first && faults.every(({ kind }) => kind === 'unknown')) throw new FileFault('unknown')
  if (!found.length && !first) throw new FileFault('empty')
  return { found, faults, altered: false, rest: {} }
}

function readParley(json: Json): FoundInFile {
  const { conversations, ...others } = fromParleyJson(json)
  const found = conversations.map(({ tree, altered }): Found => {
    const leftBehind = { images: 0, audio: 0, files: 0, others: 0 }
    return { source: 'parley', tree, altered, leftBehind, isWhole: true }
  })
  return { found, ...others }
}

/** The conversations of a file, each still as it stands there. */
function listOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json.some(isMessage) && json.every(isObject) ? [{ messages: json }] : json
  if (!isObject(json)) throw new FileFault('unknown')
  if (isNextChatBackup(json)) return nextChatSessions(json)
  if (isKnown(json)) return [json]
  // One of Parley's own whose first field was changed would be read as something else.
  if (listIn(json['conversations']).some((one) => 'checksum' in objectIn(one)))
    throw new FileFault('unreadable', 'format')
  // Many keep their conversations under one of these names, beside what is of no use here.
  for (const name of ['chats', 'conversations', 'sessions', 'data', 'state'])
    if (Array.isArray(json[name]) || isObject(json[name])) return listOf(json[name])
  throw new FileFault('unknown')
}

const isFlight = (json: unknown): json is Json => isObject(json) && json['format'] === 'parley-flight'

/** A flight record goes on as it is: it is read elsewhere. What was sent is a conversation, as in any log. */
function readFlight(json: Json, now: number): FoundInFile {
  const rest = { flights: [json] }
  if (!isLog(json)) return { found: [], faults: [], altered: false, rest }
  try {
    return { found: [readLog(json, '', now)], faults: [], altered: false, rest }
  } catch (error) {
    return { found: [], faults: [asFault(error, '')], altered: false, rest }
  }
}

// Brackets may stand so deep inside one another that no stack is left.
const asFault = (error: unknown, at: string) =>
  error instanceof FileFault ? error : new FileFault('too-large', at)

const isKnown = (json: Json) =>
  isChatGpt(json) ||
  isClaude(json) ||
  isOpenWebUi(json) ||
  hasMessages(json) ||
  isLibreChat(json) ||
  isLog(json)

function readOne(value: unknown, at: string, now: number): Found {
  if (!isObject(value)) throw new FileFault('unknown', at)
  if (isParleyJson(value)) throw new FileFault('unknown', at)
  if (isChatGpt(value)) return readChatGpt(value, now)
  if (isClaude(value)) return readClaude(value, now)
  if (isOpenWebUi(value)) return readOpenWebUi(value, now)
  if (isLibreChat(value)) return readLibreChat(value, now)
  if (isNextChat(value)) return readNextChat(value, now)
  if (isBetterChatGpt(value)) return readBetterChatGpt(value, now)
  if (isLog(value)) return readLog(value, at, now)
  if (hasMessages(value)) return readMessages(value, at, now)
  throw new FileFault('unknown', at)
}
