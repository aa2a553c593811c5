import { isObject } from '../protocol/isObject'
import type { Conversation } from './Tree'

/** Where the reader has put a conversation. What is not set is absent. */
export interface Filing {
  /** Before all others in the list. */
  pinned?: true
  /** Out of the list, and kept. */
  archived?: true
  /** The name of a folder; one folder stands inside another by a `/`. */
  folder?: string
  /** Each once, in the order in which they were given. */
  tags?: string[]
}

const longest = 100
/** Nobody finds what is deeper, and the list would not end. */
const deepest = 16
const mostTags = 100

/** The name of a folder as it is kept: no blanks around its parts, no empty parts; '' is none. */
export const folderName = (text: string) =>
  text
    .split('/')
    .map((part) => part.replace(/\s+/g, ' ').trim().slice(0, longest).toWellFormed())
    .filter(Boolean)
    .slice(0, deepest)
    .join('/')

/** A tag as it is kept: one line, without a `#` in front of it; '' is none. */
export const tagName = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[#\s]+/, '')
    .trim()
    .slice(0, longest)
    .toWellFormed()

/** Tags as they are kept: those that are some, each once, whatever its case. */
export function tagList(texts: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const tag of texts.map(tagName)) if (tag && !known.has(fold(tag))) known.set(fold(tag), tag)
  return [...known.values()].slice(0, mostTags)
}

const fold = (tag: string) => tag.toLowerCase()

/** What of a record says where its conversation was put; what is not as it should be counts as not set. */
export function readFiling(record: unknown): Filing {
  if (!isObject(record)) return {}
  const { pinned, archived, folder, tags } = record
  const name = typeof folder === 'string' ? folderName(folder) : ''
  const list = Array.isArray(tags) ? tagList(tags.filter((tag) => typeof tag === 'string')) : []
  return {
    ...(pinned === true && { pinned }),
    ...(archived === true && { archived }),
    ...(name && { folder: name }),
    ...(list.length && { tags: list }),
  }
}

/** A conversation as it was read from somewhere, with no fact about its place that is not as it should be. */
export function withFiling(conversation: Conversation): Conversation {
  const { pinned, archived, folder, tags, ...rest } = conversation
  // Most have been put nowhere.
  if (pinned === undefined && archived === undefined && folder === undefined && tags === undefined)
    return conversation
  return { ...rest, ...readFiling(conversation) }
}
