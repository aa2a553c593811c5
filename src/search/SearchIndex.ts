import type { Change } from '../conversation/Change'
import { type Refiling, refile } from '../conversation/refile'
import type { ConversationId, Message, MessageId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import { type IndexedConversation, indexConversation, indexMessage } from './Indexed'

/**
 * Every conversation as it is searched. It can be searched while it is still being filled: what is told of changes
 * meanwhile counts more than what is read, which may be older.
 */
export class SearchIndex {
  readonly conversations = new Map<ConversationId, IndexedConversation>()
  /** The messages that have been told of while something is being read, put or removed. */
  private told: Set<MessageId> | undefined
  private readings = 0

  /** The records of conversations were read. Nothing is told before. */
  headsRead(conversations: readonly Conversation[]): void {
    for (const conversation of conversations) this.put(conversation)
  }

  /** Messages were read; returns whose they are. */
  messagesRead(messages: readonly Message[]): Set<ConversationId> {
    const changed = new Set<ConversationId>()
    for (const message of messages) {
      if (this.told?.has(message.id)) continue
      const home = this.conversations.get(message.conversation)
      if (!home || home.messages.has(message.id)) continue
      home.messages.set(message.id, indexMessage(message))
      changed.add(message.conversation)
    }
    return changed
  }

  /** From now on what is read may be older than what is told. */
  readingBegins(): void {
    this.readings++
    this.told ??= new Set()
  }

  /** Nothing more will be read that was asked for then. */
  readingEnds(): void {
    if (--this.readings === 0) this.told = undefined
  }

  /** A conversation has changed, here or in another tab. */
  changed(id: ConversationId, { conversation, put, removed }: Change): void {
    if (conversation) this.put(conversation)
    const messages = this.conversations.get(id)?.messages
    for (const message of put) {
      this.told?.add(message.id)
      messages?.set(message.id, indexMessage(message))
    }
    for (const message of removed) {
      this.told?.add(message)
      messages?.delete(message)
    }
  }

  /** Messages have grown. One that is gone does not come back by that. */
  grown(id: ConversationId, live: readonly Message[]): void {
    const messages = this.conversations.get(id)?.messages
    for (const message of live) if (messages?.has(message.id)) messages.set(message.id, indexMessage(message))
  }

  /** It has another title, or has been put elsewhere. */
  refiled(id: ConversationId, refiling: Refiling): void {
    const known = this.conversations.get(id)
    if (known) this.put(refile(known.conversation, refiling))
  }

  removed(id: ConversationId): void {
    this.conversations.delete(id)
  }

  restored(conversation: Conversation, messages: readonly Message[]): void {
    this.removed(conversation.id)
    this.changed(conversation.id, { conversation, put: [...messages], removed: [] })
  }

  private put(conversation: Conversation) {
    const fresh = indexConversation(conversation)
    const known = this.conversations.get(conversation.id)
    if (known) Object.assign(known, { conversation, title: fresh.title })
    else this.conversations.set(conversation.id, fresh)
  }
}
