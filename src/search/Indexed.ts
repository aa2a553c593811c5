import type { Message, MessageId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import type { Role } from '../protocol/wire'
import { fold } from './fold'
import { modelOf, wordsOf } from './wordsOf'

/** What is known of a message in order to find it. */
export interface IndexedMessage {
  readonly id: MessageId
  readonly role: Role
  readonly created: number
  /** Folded; '' if no model wrote it. */
  readonly model: string
  /** All that it says, folded. */
  readonly text: string
}

/** A conversation with its messages, as they are searched. */
export interface IndexedConversation {
  conversation: Conversation
  /** Folded. */
  title: string
  readonly messages: Map<MessageId, IndexedMessage>
}

export const indexMessage = (message: Message): IndexedMessage => ({
  id: message.id,
  role: message.role,
  created: message.created,
  model: fold(modelOf(message)),
  text: fold(wordsOf(message)),
})

export const indexConversation = (conversation: Conversation): IndexedConversation => ({
  conversation,
  title: fold(conversation.title),
  messages: new Map(),
})
