import type { Filing } from './filing'
import type { Conversation } from './Tree'

/** Other facts for a conversation in the list; null takes one away. */
export type Refiling = { [Fact in keyof Filing]?: Filing[Fact] | null } & Partial<
  Pick<Conversation, 'title' | 'named'>
>

/** A conversation with other facts. */
export function refile(conversation: Conversation, refiling: Refiling): Conversation {
  const { pinned, archived, folder, tags, ...facts } = { ...conversation, ...refiling }
  return {
    ...facts,
    ...(pinned && { pinned }),
    ...(archived && { archived }),
    ...(folder && { folder }),
    ...(tags && { tags }),
  }
}

const facts = ['title', 'named', 'pinned', 'archived', 'folder', 'tags'] as const

/** What takes a refiling back, seen from the conversation before it. */
export const refilingBack = (conversation: Conversation, refiling: Refiling): Refiling =>
  Object.fromEntries(
    facts.filter((fact) => fact in refiling).map((fact) => [fact, conversation[fact] ?? null]),
  )
