import { type Filing, tagList } from './filing'
import type { Conversation } from './Tree'

/** Facts about a conversation in the list; null takes one away. */
type Facts = { [Fact in keyof Filing]?: Filing[Fact] | null } & Partial<Pick<Conversation, 'title' | 'named'>>

/** Other facts for a conversation, and what they were where that was decided: another tab may have changed them meanwhile. */
export type Refiling = Facts & { was?: Facts }

const names = ['title', 'named', 'pinned', 'archived', 'folder', 'tags'] as const

/** Those of a conversation that others are to take the place of. */
const before = (conversation: Conversation, facts: Facts): Facts =>
  Object.fromEntries(names.filter((name) => name in facts).map((name) => [name, conversation[name] ?? null]))

/** Other facts for this conversation as it is now. */
export const refilingOf = (conversation: Conversation, facts: Facts): Refiling => ({
  ...facts,
  was: before(conversation, facts),
})

/** What takes a refiling back, seen from the conversation before it. */
export function refilingBack(conversation: Conversation, { was: _was, ...facts }: Refiling): Refiling {
  return { ...before(conversation, facts), was: facts }
}

/**
 * A conversation with other facts. Where another tab has changed one meanwhile, every tab and storage decide alike, as
 * they do of messages (`mergeChange`): all tags count that were added, and none that was taken away.
 */
export function refile(conversation: Conversation, { was, ...wanted }: Refiling): Conversation {
  const met = was && Object.fromEntries(Object.entries(wanted).map(([name]) => [name, settled(name)]))
  function settled(name: string): unknown {
    const [w, n, t] = [was, conversation, wanted].map((facts) => fieldsOf(facts)[name] ?? null)
    if (isSame(n, w)) return t
    if (isSame(t, w)) return n
    if (name === 'tags') return tagsOf(w, n, t)
    return letters(n) > letters(t) ? n : t
  }
  const { pinned, archived, folder, tags, ...facts } = { ...conversation, ...wanted, ...met }
  return {
    ...facts,
    ...(pinned && { pinned }),
    ...(archived && { archived }),
    ...(folder && { folder }),
    ...(tags && { tags }),
  }
}

const fieldsOf = (record: object | undefined): Record<string, unknown> => ({ ...record })
const letters = (value: unknown) => (value === null ? '' : JSON.stringify(value))
const isSame = (one: unknown, other: unknown) => letters(one) === letters(other)

function tagsOf(...given: unknown[]): string[] | null {
  const [was = [], now = [], wanted = []] = given.map((tags) => (Array.isArray(tags) ? tags.map(String) : []))
  const stays = was.filter((tag) => now.includes(tag) && wanted.includes(tag))
  const added = [...now, ...wanted].filter((tag) => !was.includes(tag)).toSorted()
  const all = tagList([...stays, ...added])
  return all.length ? all : null
}
