import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { onBlocked } from '../storage/database'
import { isSafe } from '../storage/local'
import { onUnreadable } from '../storage/readable'
import type { BackupFailure } from './backupRecord'
import type { ConfigFault } from './readOperatorConfig'

/**
 * What the page has to say besides the conversation. `app` shows each notice in the reader's words and reads it
 * out; the words are not made here.
 */
export type Notice =
  /** Storage cannot be read or written. */
  | { type: 'storage-failed'; reason: StorageFailure }
  /** What is on screen in so many conversations is not kept; it is tried again. */
  | { type: 'unsaved'; reason: StorageFailure; conversations: number }
  /** Another tab holds the database, which has to be brought to a newer version. */
  | { type: 'storage-blocked' }
  /** So many records cannot be read. They are passed over, and stay where they are. */
  | { type: 'records-unreadable'; count: number }
  /** The page was started without settings and drafts. */
  | { type: 'safe' }
  | { type: 'settings-not-kept' }
  | { type: 'queued' }
  | { type: 'not-loaded' }
  /** A message says something else by now; what was written for it stands beside it. */
  | { type: 'kept-beside' }
  /** What the operator of this page has set is not as it should be. */
  | { type: 'config-wrong'; fault: ConfigFault }
  | { type: 'update-ready'; reload: () => void }
  /** The browser has forgotten that it may write backups into the folder that the reader picked. */
  | { type: 'backup-waits'; folder: string; allow: () => void }
  | { type: 'backup-failed'; folder: string; failure: BackupFailure }
  /** Of links and of the list: words that come with what is loaded late, and what can be done about it. */
  | {
      type: 'link-continued' | 'link-filled' | 'endpoint-suggested' | 'library-changed' | 'imported'
      text: string
      action?: { label: string; act: () => void }
    }

/** No room, a database of a newer Parley, or none at all. */
type StorageFailure = 'full' | 'newer' | 'refused'

export type Shown = Notice & { id: number }

const notices = createStore<Shown[]>()(() => [])
let next = 1

export const useNotices = () => useStore(notices)
/** The id of the notice that came last, also when it has gone. */
export const newestNotice = () => next - 1

/** Shows a notice, in the place of one of its kind that is already there. */
export function notify(notice: Notice): void {
  if (notice.type === 'unsaved') noticesOver('storage-failed')
  const others = notices.getState().filter(({ type }) => type !== notice.type)
  notices.setState([...others, { ...notice, id: next++ }], true)
}

/** What a notice said is true no more. */
export const noticesOver = (type: Notice['type']) =>
  notices.setState((shown) => shown.filter((notice) => notice.type !== type), true)

export const noticeDismissed = (id: number) =>
  notices.setState((shown) => shown.filter((notice) => notice.id !== id), true)

/** What is read out by the one live region: a word that the catalogue knows, with a number so that it is read again. */
export interface Announcement {
  word:
    | 'replying'
    | 'retrying'
    | 'finished'
    | 'stopped'
    | 'failed'
    | 'copied'
    | 'muted'
    | 'unmuted'
    | 'undone'
    | 'redone'
    | 'found'
    | 'turned'
  count: number
  /** To how many replies it happened, or how many conversations were found. */
  replies: number
}

const announcement = createStore<Announcement | { word: null; count: number; replies: number }>()(() => ({
  word: null,
  count: 0,
  replies: 0,
}))
export const useAnnouncement = () => useStore(announcement)
export const announce = (word: Announcement['word'], replies = 1) =>
  announcement.setState(({ count }) => ({ word, count: count + 1, replies }))

/** Why the browser could not read or write. */
export function failureOf(error: unknown): StorageFailure {
  const name = error instanceof DOMException && error.name
  return name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'newer' : 'refused'
}

/** The browser could not read or write. What is on screen stays there; the reader is told, once. */
export function storageFailed(error: unknown): void {
  const reason = failureOf(error)
  if (!notices.getState().some((shown) => shown.type === 'unsaved' && shown.reason === reason))
    notify({ type: 'storage-failed', reason })
}

onBlocked((blocked) => {
  if (blocked) notify({ type: 'storage-blocked' })
  else noticesOver('storage-blocked')
})

onUnreadable((count) => notify({ type: 'records-unreadable', count }))

if (isSafe) notify({ type: 'safe' })
