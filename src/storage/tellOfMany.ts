import { type News, tellOtherTabs } from './otherTabs'
import { isUnkept } from './unkept'

/** Tells every other tab of several conversations, but for those of which none hears. */
export function tellOfMany(news: Extract<News, { type: 'refiled' | 'removed' | 'restored' }>): void {
  if (news.type === 'removed') tellOtherTabs({ ...news, ids: news.ids.filter((id) => !isUnkept(id)) })
  else if (news.type === 'restored')
    tellOtherTabs({ ...news, kept: news.kept.filter(({ conversation }) => !isUnkept(conversation.id)) })
  else
    tellOtherTabs({
      ...news,
      refilings: new Map([...news.refilings].filter(([id]) => !isUnkept(id))),
    })
}
