import type { ConversationId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import { type Age, agesAt } from './ages'

/** What conversations stand under. */
export type Section =
  | { kind: 'temporary' }
  | { kind: 'pinned' }
  /** `depth` is how many folders it stands in. */
  | { kind: 'folder'; folder: string; depth: number; closed: boolean }
  | { kind: 'age'; age: Age }

export interface Heading {
  type: 'heading'
  key: string
  section: Section
  /** How many stand under it, also where it is closed. */
  count: number
}

export interface Entry {
  type: 'entry'
  /** The conversation's id. */
  key: ConversationId
  conversation: Conversation
  /** How many folders it stands in. */
  depth: number
}

/** A line of the list. */
export type Row = Heading | Entry

export interface Arrangement {
  now: number
  /** Folders of which only the heading is shown. */
  closed: ReadonlySet<string>
  isTemporary: (id: ConversationId) => boolean
}

/** Conversations, the newest first. They come almost in order, the oldest first, which makes it cheap. */
export const newestFirst = (conversations: readonly Conversation[]) =>
  conversations.toSorted((one, other) => one.updated - other.updated).toReversed()

/** The lines of the list: what is temporary, what is pinned, the folders, and the rest by age. */
export function arrange(
  conversations: readonly Conversation[],
  { now, closed, isTemporary }: Arrangement,
): Row[] {
  const temporary: Conversation[] = []
  const pinned: Conversation[] = []
  const folders = new Map<string, Conversation[]>()
  const ages = new Map<Age, Conversation[]>()
  const ageOf = agesAt(now)
  for (const one of conversations) {
    if (isTemporary(one.id)) temporary.push(one)
    else if (one.pinned) pinned.push(one)
    else if (one.folder !== undefined) into(folders, one.folder, one)
    else into(ages, ageOf(one.updated), one)
  }
  return [
    ...group('temporary', { kind: 'temporary' }, temporary),
    ...group('pinned', { kind: 'pinned' }, pinned),
    ...folderRows(folders, closed),
    ...[...ages].flatMap(([age, members]) => group(`age ${age}`, { kind: 'age', age }, members)),
  ]
}

function into<Key>(groups: Map<Key, Conversation[]>, key: Key, member: Conversation) {
  const members = groups.get(key)
  if (members) members.push(member)
  else groups.set(key, [member])
}

const entries = (members: readonly Conversation[], depth = 0): Row[] =>
  members.map((conversation) => ({ type: 'entry', key: conversation.id, conversation, depth }))

const group = (key: string, section: Section, members: readonly Conversation[]): Row[] =>
  members.length ? [{ type: 'heading', key, section, count: members.length }, ...entries(members)] : []

/** Folders by name, each before those that stand in it. */
function folderRows(folders: ReadonlyMap<string, Conversation[]>, closed: ReadonlySet<string>): Row[] {
  const counts = new Map<string, number>()
  for (const [folder, { length }] of folders)
    for (const name of withOuter(folder)) counts.set(name, (counts.get(name) ?? 0) + length)
  const rows: Row[] = []
  for (const folder of [...counts.keys()].toSorted(byName)) {
    const [, ...outer] = withOuter(folder)
    if (outer.some((name) => closed.has(name))) continue
    const section = { kind: 'folder' as const, folder, depth: outer.length, closed: closed.has(folder) }
    rows.push({ type: 'heading', key: `folder ${folder}`, section, count: counts.get(folder)! })
    if (!section.closed) rows.push(...entries(folders.get(folder) ?? [], outer.length + 1))
  }
  return rows
}

/** A folder and those in which it stands, from within. */
export const withOuter = (folder: string): string[] => {
  const parts = folder.split('/')
  return parts.map((_part, at) => parts.slice(0, parts.length - at).join('/'))
}

const { compare } = new Intl.Collator(undefined, { numeric: true })

/** Part by part, so that what stands in a folder follows it before its neighbours do. */
export function byName(one: string, other: string): number {
  const [first, second] = [one.split('/'), other.split('/')]
  for (const [at, part] of first.entries()) {
    const against = second[at]
    if (against === undefined) return 1
    const order = compare(part, against) || (part < against ? -1 : part > against ? 1 : 0)
    if (order) return order
  }
  return first.length - second.length
}
