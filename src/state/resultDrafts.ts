import { useMemo } from 'react'
import type { ConversationId, MessageId } from '../conversation/Message'
import { isObject } from '../protocol/isObject'
import { draftChanged, resultsPlace, useDraft } from './drafts'

/** Half-written results of a message's calls, by the calls' index. */
export type ResultTexts = Readonly<Record<number, string>>

/** What is being typed as the results of a message's calls; it survives a reload, as all that is half written. */
export function useResultTexts(id: ConversationId, message: MessageId) {
  const place = resultsPlace(id, message)
  const kept = useDraft(place)
  const texts = useMemo(() => readResultTexts(kept), [kept])
  return {
    texts,
    change: (index: number, text: string) => {
      const next = Object.entries({ ...texts, [index]: text }).filter(([, said]) => said !== '')
      draftChanged(place, next.length ? JSON.stringify(Object.fromEntries(next)) : '')
    },
    done: () => draftChanged(place, ''),
  }
}

/** The texts as they were kept, whatever that is. */
export function readResultTexts(kept: string): ResultTexts {
  if (!kept) return {}
  try {
    const value: unknown = JSON.parse(kept)
    if (!isObject(value)) return {}
    const texts = Object.entries(value).filter(
      (entry): entry is [string, string] => /^\d+$/.test(entry[0]) && typeof entry[1] === 'string',
    )
    return Object.fromEntries(texts)
  } catch {
    return {}
  }
}
