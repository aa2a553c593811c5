import { type ConversationId, type Message, type MessageId, isLive } from '../conversation/Message'
import { onNews } from '../storage/otherTabs'
import { commit, messageOf } from './conversations'
import { asFarAsKnown } from './runs'

/** What another tab had received of messages that were removed here while they were live. */
const parted = new Map<MessageId, Message>()

/** A message as it comes back after it was removed: whoever was receiving it has hung up since. */
export function lastWordsOf(message: Message): Message {
  if (!isLive(message)) return message
  const { parent, order } = message
  const last = parted.get(message.id)
  return last ? { ...last, parent, order } : { ...asFarAsKnown(message), status: 'interrupted' }
}

/** They come back before their last words are here: those follow. */
function completed(id: ConversationId, messages: readonly Message[]) {
  const put = messages.flatMap((message) => {
    const now = messageOf(id, message.id)
    return now?.status === 'interrupted' && now.run?.id === message.run?.id
      ? [{ ...message, parent: now.parent, order: now.order }]
      : []
  })
  commit(id, { put, removed: [] })
}

onNews((news) => {
  if (news.type !== 'parted') return
  for (const message of news.messages) parted.set(message.id, message)
  completed(news.id, news.messages)
})
