import type { JsonPath } from './JsonEvent'

/** What is to be told of a value, or of something inside it. Paths lead on from there. */
export interface JsonNews {
  /** It is being written; empty where the value itself is. */
  growing?: JsonPath | undefined
  /** A schema objects to something; empty where it is the value itself. */
  wrong?: JsonPath | undefined
  /** Why it does. */
  reason?: string | undefined
}

/** The news of one entry of a value; undefined where nothing happens, so that it need not be drawn again. */
export function newsOf(news: JsonNews | undefined, key: string | number): JsonNews | undefined {
  const growing = news?.growing?.[0] === key ? news.growing.slice(1) : undefined
  const wrong = news?.wrong?.[0] === key ? news.wrong.slice(1) : undefined
  return growing || wrong ? { growing, wrong, reason: news?.reason } : undefined
}

/** Whether the objection is to the value itself. */
export const isHere = (news: JsonNews | undefined): news is JsonNews => news?.wrong?.length === 0
