import type { Change } from '../conversation/Change'
import type { Base } from '../conversation/merge'
import type { Refiling } from '../conversation/refile'
import type { ConversationId, Message } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import { isUnkept } from './unkept'

/** What one tab tells the others. */
export type News =
  /** A change, and what it stood on, which a tab of an older Parley does not say. */
  | { type: 'changed'; id: ConversationId; change: Change; base?: Base }
  | { type: 'progress'; id: ConversationId; live: Message[] }
  /** Of messages that another tab has removed while they were received here: all that came, to be brought back. */
  | { type: 'parted'; id: ConversationId; messages: Message[] }
  /** Other facts about conversations in the list. */
  | { type: 'refiled'; refilings: ReadonlyMap<ConversationId, Refiling> }
  | { type: 'removed'; ids: ConversationId[] }
  /** Removed conversations are back, whole. */
  | { type: 'restored'; kept: { conversation: Conversation; messages: Message[] }[] }
  /** Conversations are kept from now on, whole. */
  | { type: 'arrived'; conversations: Conversation[] }
  | { type: 'keys' }
  | { type: 'vault'; what: 'locked' | 'used' | 'changed' }
  | { type: 'presets' }

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('parley')

/** Tells every other tab of this origin. Never throws: what cannot be told must not keep anybody from writing it. */
export function tellOtherTabs(news: News): void {
  if ('id' in news && isUnkept(news.id)) return
  try {
    channel?.postMessage(news)
  } catch {
    // It cannot be copied. The others read it when they next read the conversation.
  }
}

/** Hears what other tabs tell. */
export function onNews(hear: (news: News) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))
}
