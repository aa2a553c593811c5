import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { createStore } from 'zustand/vanilla'
import type { ConversationId, MessageId } from '../conversation/Message'
import { loadDrafts, saveDraft } from '../storage/drafts'
import { storageFailed } from './notices'

/**
 * Where something is being typed: a conversation's composer, or one of the two places of the start page. What else is
 * half done in a conversation stands under its id and a word more, so that it goes when the conversation goes.
 */
export type Place = string
export const newMessage: Place = 'new'
export const newSystem: Place = 'new-system'

/** In whose name the text of a composer is written, if not the user's. */
export const rolePlace = (place: Place): Place => `${place} role`
/** An edit of a message, and a message that is written before or after one. */
export const editPlace = (id: ConversationId, message: MessageId): Place => `${id} edit ${message}`
export const gapPlace = (id: ConversationId, { message, where }: Gap): Place => `${id} ${where} ${message}`

/** What the calls of a message gave back, typed by hand. */
export const resultsPlace = (id: ConversationId, message: MessageId): Place => `${id} results ${message}`

/** A place between messages where a new one is written. */
export interface Gap {
  /** `top` where nothing need be there yet. */
  message: MessageId
  where: 'before' | 'after'
}

/** The message that a place belongs to; undefined for a composer and for the top. */
function messageOfPlace(place: Place): MessageId | undefined {
  const message = place.split(' ')[2]
  return message === 'top' ? undefined : message
}

/** Half-written text by place, kept a moment after it has changed. */
const drafts = createStore<Record<Place, string>>()(() => ({}))
const unsaved = new Set<Place>()
const typed = new Set<Place>()
const pause = 250
let timer: ReturnType<typeof setTimeout> | undefined

export const useDraft = (place: Place) => useStore(drafts, (all) => all[place] ?? '')
export const useHasDraft = (place: Place) => useStore(drafts, (all) => Boolean(all[place]))

/** Where in a conversation something besides the composer is half written. */
export const useDraftPlaces = (id: ConversationId): readonly Place[] =>
  useStore(
    drafts,
    useShallow((all) => Object.keys(all).filter((place) => all[place] && place.startsWith(`${id} `))),
  )
/** Where something is half written in a conversation, its composer included. */
export const draftPlacesOf = (id: ConversationId): Place[] =>
  Object.keys(drafts.getState()).filter((place) => place === id || place.startsWith(`${id} `))
export const draftOf = (place: Place) => drafts.getState()[place] ?? ''

export function draftChanged(place: Place, text: string): void {
  drafts.setState({ [place]: text })
  unsaved.add(place)
  typed.add(place)
  // What has been sent or given up must not come back, however soon the page goes.
  if (text) timer ??= setTimeout(saveNow, pause)
  else saveNow()
}

/** Whether what stands there has been typed in this tab: what it has found there is another one's as well. */
export const isTypedHere = (place: Place) => typed.has(place)

/** What an earlier page has kept is read first: what was typed meanwhile goes behind it, and not in its place. */
function saveNow() {
  clearTimeout(timer)
  timer = undefined
  if (unsaved.size) void draftsOpened().then(save)
}

function save() {
  const places = [...unsaved]
  unsaved.clear()
  for (const place of places)
    saveDraft(place, draftOf(place)).catch((error: unknown) => {
      // It goes with the next one that is written.
      unsaved.add(place)
      storageFailed(error)
    })
}

/**
 * Reads what an earlier page has kept, once: read again, what it was merged with would be put behind it again. What has been typed since this page began goes behind it: both stay, where
 * they are words.
 */
export const draftsOpened = (): Promise<void> => (reading ??= readDrafts())
let reading: Promise<void> | undefined

async function readDrafts(): Promise<void> {
  try {
    const kept = await loadDrafts()
    for (const [place, text] of Object.entries(drafts.getState()))
      kept[place] = together(kept[place], text, place)
    drafts.setState(kept)
  } catch (error) {
    storageFailed(error)
  }
}

/** What has been sent or given up before what was kept came is no word on that. */
function together(kept: string | undefined, typed: string, place: Place): string {
  if (!kept || !typed || kept === typed) return kept || typed
  return place.includes(' ') ? typed : `${kept}\n${typed}`
}

/** Forgets what was half written in messages that are not there any more, and cannot be brought back. */
export async function lostDraftsForgotten(
  id: ConversationId,
  messages: ReadonlyMap<MessageId, unknown>,
): Promise<void> {
  await reading
  for (const [place, text] of Object.entries(drafts.getState())) {
    const message = place.startsWith(`${id} `) ? messageOfPlace(place) : undefined
    if (text && message !== undefined && !messages.has(message)) draftChanged(place, '')
  }
}

if (typeof document !== 'undefined')
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) saveNow()
  })
