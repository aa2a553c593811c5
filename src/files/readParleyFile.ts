import { isObject } from '../protocol/isObject'
import { FileFault } from './FileFault'
import { type FiledConversation, type ParleyFile, format, version } from './ParleyFile'
import { checksum } from './checksum'
import { parseJson } from './parseJson'
import { readTree } from './readTree'

/** Reads a file of Parley's own. It comes from anywhere: what cannot be read as a whole is a FileFault. */
export const readParleyFile = (text: string): ParleyFile => fromParleyJson(parseJson(text))

/** Whether parsed JSON says that it is such a file. */
export const isParleyJson = (json: unknown): json is Record<string, unknown> =>
  isObject(json) && json['format'] === format

/** The same for JSON that has been parsed. A conversation that is not as it should be does not stand in the way of others. */
export function fromParleyJson(json: unknown): ParleyFile {
  if (!isParleyJson(json)) throw new FileFault('unknown')
  const { format: _format, version: written, conversations, checksum: sum, ...rest } = json
  if (typeof written !== 'number' || !(written >= 1)) throw new FileFault('unreadable', 'version')
  if (written > version) throw new FileFault('newer')
  if (!Array.isArray(conversations)) throw new FileFault('unreadable', 'conversations')
  const faults: FileFault[] = []
  const read = conversations.flatMap((one: unknown, at): FiledConversation[] => {
    try {
      return [readConversation(one, `conversations[${at}]`)]
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      faults.push(error)
      return []
    }
  })
  const sums = conversations.map((one: unknown) => (isObject(one) ? one['checksum'] : undefined))
  const { conversations: _all, checksum: _sum, ...head } = json
  return {
    conversations: read,
    faults,
    altered: sum !== undefined && sum !== checksum({ ...head, conversations: sums }),
    rest,
  }
}

function readConversation(value: unknown, at: string): FiledConversation {
  if (!isObject(value)) throw new FileFault('unreadable', at)
  const { checksum: sum, ...filed } = value
  return { tree: readTree(filed, at), altered: sum !== undefined && sum !== checksum(filed) }
}
