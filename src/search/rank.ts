import type { ConversationId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import type { Match } from './match'

/** What was found in a conversation, with the conversation. */
export interface Found extends Match {
  conversation: Conversation
}

/** Titles come first, then what fits where words begin, then what fits inside them; of those the newest. */
export const inRank = (one: Found, other: Found) =>
  tierOf(one) - tierOf(other) ||
  other.conversation.updated - one.conversation.updated ||
  (one.conversation.id < other.conversation.id ? -1 : 1)

const tierOf = ({ byTitle, hits }: Match) => (byTitle ? 0 : hits[0]?.fit === 2 ? 1 : 2)

/** What comes first of all that was found. */
export const first = (found: ReadonlyMap<ConversationId, Found>, count: number): Found[] =>
  [...found.values()].toSorted(inRank).slice(0, count)
