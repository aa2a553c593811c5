import type { Conversation } from '../conversation/Tree'
import type { ListFilter } from '../state/listFilter'

export const filtered = (conversations: readonly Conversation[], { archived, tags }: ListFilter) =>
  conversations.filter(
    (one) =>
      (one.archived ?? false) === archived &&
      tags.every((tag) => one.tags?.some((own) => isSameTag(own, tag))),
  )

export const isSameTag = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** The tags of conversations and how many have each, by name. */
export function tagCounts(conversations: readonly Conversation[]): { tag: string; count: number }[] {
  const known = new Map<string, { tag: string; count: number }>()
  for (const { tags = [] } of conversations)
    for (const tag of tags) {
      const entry = known.get(tag.toLowerCase())
      if (entry) entry.count += 1
      else known.set(tag.toLowerCase(), { tag, count: 1 })
    }
  return [...known.values()].toSorted((one, other) => one.tag.localeCompare(other.tag))
}

/**
 * A filter without what nothing can pass any more (an archive that is empty, tags that nobody has), and what else
 * could be chosen: how many are archived, and the tags of those that are or are not.
 */
export function filterThatCan(conversations: readonly Conversation[], wish: ListFilter) {
  const archived = conversations.filter((one) => one.archived).length
  const isArchive = wish.archived && archived > 0
  const tags = tagCounts(filtered(conversations, { archived: isArchive, tags: [] }))
  const chosen = wish.tags.filter((tag) => tags.some((known) => isSameTag(known.tag, tag)))
  return { filter: { archived: isArchive, tags: chosen }, archived, tags }
}
