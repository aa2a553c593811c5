import type { ConversationId } from '../conversation/Message'
import type { News } from '../storage/otherTabs'
import type { SearchIndex } from './SearchIndex'

/** Takes into an index what a tab tells; returns the conversations that it is about. */
export function takeNews(index: SearchIndex, news: News): readonly ConversationId[] {
  switch (news.type) {
    case 'changed':
      index.changed(news.id, news.change)
      return [news.id]
    case 'progress':
      index.grown(news.id, news.live)
      return [news.id]
    case 'refiled':
      for (const [id, refiling] of news.refilings) index.refiled(id, refiling)
      return [...news.refilings.keys()]
    case 'arrived':
      index.headsRead(news.conversations)
      return news.conversations.map(({ id }) => id)
    case 'removed':
      for (const id of news.ids) index.removed(id)
      return news.ids
    case 'restored':
      for (const { conversation, messages } of news.kept) index.restored(conversation, messages)
      return news.kept.map(({ conversation }) => conversation.id)
    default:
      return []
  }
}
