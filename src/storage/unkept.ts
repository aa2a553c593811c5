import type { ConversationId } from '../conversation/Message'

/**
 * Conversations, and places where one begins, of which nothing is written and no other tab is told. Every way out of
 * this page's memory asks here.
 */
const unkept = new Set<string>()

export const keepNowhere = (id: ConversationId): void => void unkept.add(id)
export const keepAgain = (id: ConversationId): void => void unkept.delete(id)
export const isUnkept = (id: ConversationId): boolean => unkept.has(id)

/** Of a place where something is typed: it begins with whose it is. */
export const isUnkeptPlace = (place: string): boolean => unkept.has(place.split(' ')[0]!)
