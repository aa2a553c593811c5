import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Message, type RunFacts, textOf } from '../conversation/Message'
import { type Tree, siblingsOf } from '../conversation/Tree'
import { type Flight, flightId } from '../flights/Flight'
import { flightsOf, recordedRuns } from './flights'
import { recordOpened } from './panels'

/** A record that another can be held against. */
export interface OtherRecord {
  id: string
  /** Of the same turn, of the same reply, of the conversation, or out of a file. */
  among: 'turn' | 'attempts' | 'conversation' | 'files'
  started: number
  name: string
  words: string
  /** Which choice of its answer is meant. */
  choice: number
  load: () => Promise<Flight | undefined>
}

/** So many of a conversation are offered, the newest. */
const most = 100

/** Records that were opened from files, the newest first. They are kept nowhere. */
const fromFiles = createStore<readonly Flight[]>()(() => [])
const mostFromFiles = 20

/** Shows a record out of a file, and remembers it as long as the page is there. */
export function recordGiven(flight: Flight): void {
  const isOther = (one: Flight) => one !== flight
  fromFiles.setState((before) => [flight, ...before.filter(isOther)].slice(0, mostFromFiles), true)
  recordOpened(flight)
}

/** Where a record stands in a conversation. */
export interface RecordPlace {
  tree: Tree
  message: Message
  /** The records of that message. */
  attempts: readonly Flight[]
}

/** What a record can be held against, likeliest first; undefined until it has been looked for. */
export function useOtherRecords(flight: Flight, about?: RecordPlace): readonly OtherRecord[] | undefined {
  const files = useStore(fromFiles)
  const { tree, message, attempts } = about ?? {}
  const [ofTree, setOfTree] = useState<readonly OtherRecord[]>()
  useEffect(() => {
    let shown = true
    if (tree && message) void recordsIn(tree, message).then((found) => shown && setOfTree(found))
    return () => {
      shown = false
    }
  }, [tree, message])
  if (about && !ofTree) return undefined
  const own = flightId(flight)
  const ofReply = (attempts ?? []).map((one) => asOther(one, 'attempts', message?.run?.choice))
  return [
    ...(ofTree ?? []).filter(({ among }) => among === 'turn'),
    ...ofReply.toReversed().filter(({ id }) => id !== own),
    ...(ofTree ?? []).filter(({ among }) => among === 'conversation'),
    ...files.filter((one) => one !== flight).map((one) => asOther(one, 'files')),
  ]
}

function asOther(flight: Flight, among: OtherRecord['among'], choice = 0): OtherRecord {
  const { started, endpoint, attempt = 1, response } = flight
  const status = String(response?.status ?? '')
  const id = among === 'files' ? `${flightId(flight)} ${started}` : flightId(flight)
  const name = among === 'files' ? endpoint : [attempt, status].join(' ').trim()
  return { id, among, started, name, words: '', choice, load: async () => flight }
}

/** Records of other replies: siblings of this one first, the newest of them first. */
export async function recordsIn(tree: Tree, message: Message): Promise<OtherRecord[]> {
  const runs = await recordedRuns()
  const siblings = new Set(siblingsOf(tree, message))
  const replies: (Message & { run: RunFacts })[] = []
  for (const one of tree.messages.values()) {
    const { run, id } = one
    if (!run || id === message.id) continue
    if (run.id === message.run?.id ? await hasOwn(run, message.run) : runs.has(run.id))
      replies.push({ ...one, run })
  }
  const others = replies
    .toSorted((one, other) => other.run.started - one.run.started || one.run.choice - other.run.choice)
    .map((one): OtherRecord => ({
      id: one.id,
      among: siblings.has(one.id) ? 'turn' : 'conversation',
      started: one.run.started,
      name: one.run.model ?? one.run.endpoint,
      words: textOf(one).slice(0, 60),
      choice: one.run.choice,
      load: async () => (await flightsOf(one.run)).at(-1),
    }))
  return others
    .toSorted((one, other) => Number(one.among !== 'turn') - Number(other.among !== 'turn'))
    .slice(0, most)
}

/** Choices that came with one request have one record; those that were asked for apart have their own. */
async function hasOwn(run: RunFacts, other: RunFacts): Promise<boolean> {
  const [one, two] = await Promise.all([flightsOf(run), flightsOf(other)])
  return one[0] !== undefined && one[0].strand !== two[0]?.strand
}
