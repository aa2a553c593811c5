import type { MessageId } from '../conversation/Message'
import { checksOf, modelsIn } from './filters'
import type { IndexedConversation } from './Indexed'
import { type Fit, fitOf, fitOfAll } from './matchText'
import type { Query } from './parseQuery'

/** A message that was found, and how well it fits: 1 inside words, 2 where words begin. */
export interface Hit {
  id: MessageId
  created: number
  fit: Fit
}

/** What was found in one conversation: its title, messages of it, or both. The best hits come first, then the newest. */
export interface Match {
  byTitle: boolean
  hits: Hit[]
}

export type Matcher = (indexed: IndexedConversation) => Match | undefined

/**
 * What of a conversation fits a query. Each word has to stand in a message or in its conversation's title, one of them at
 * least in the message; a word to be left out in neither. The title is found if it has all words, and if a message passes
 * what is asked of messages. Where nothing is asked of messages none is listed.
 */
export function matcherOf({ words, without, filters }: Query): Matcher {
  const checks = checksOf(filters)
  const listsMessages =
    !checks.titleOnly && (words.length > 0 || without.length > 0 || checks.message !== undefined)
  return (indexed) => {
    const { title, messages, conversation } = indexed
    if (without.some((word) => title.includes(word)) || !checks.conversation(conversation)) return undefined
    const models = checks.asksModels ? modelsIn(indexed) : []
    const missing = words.filter((word) => !title.includes(word))
    const hits: Hit[] = []
    let passed = !checks.message
    if (listsMessages || !missing.length)
      for (const message of messages.values()) {
        if (checks.message && !checks.message(message, models)) continue
        passed = true
        if (!listsMessages) break
        const fit =
          missing.length || !words.length ? fitOfAll(message.text, missing) : bestFit(message.text, words)
        if (fit === 0 || without.some((word) => message.text.includes(word))) continue
        hits.push({ id: message.id, created: message.created, fit })
      }
    const byTitle = !missing.length && passed
    if (!byTitle && !hits.length) return undefined
    hits.sort(bestFirst)
    return { byTitle, hits }
  }
}

const bestFit = (text: string, words: readonly string[]) =>
  words.reduce<Fit>((best, word) => (best === 2 ? best : max(best, fitOf(text, word))), 0)

const max = (one: Fit, other: Fit) => (one > other ? one : other)

const bestFirst = (one: Hit, other: Hit) =>
  other.fit - one.fit || other.created - one.created || (one.id < other.id ? -1 : 1)
