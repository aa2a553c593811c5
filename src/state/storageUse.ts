import { programForgotten } from '../storage/removeAll'
import {
  type Taken,
  draftsTaken,
  flightsRemoved,
  flightsTaken,
  messagesTaken,
  offlineTaken,
} from '../storage/roomTaken'

/** What the browser says of the room that this page has. */
export interface StorageUse {
  /** Bytes, as far as the browser tells. */
  usage: number | undefined
  quota: number | undefined
  /** Whether it keeps all of it until the reader removes it; undefined where it cannot say. */
  persisted: boolean | undefined
  /** Whether it is Safari, which removes what a page keeps after seven days of use in which nobody opens that page. */
  evicts: boolean
}

/** Looks at the room that is used. There is no such thing on plain http. */
export async function storageUse(): Promise<StorageUse> {
  const { storage } = navigator
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {}
  const persisted = await storage?.persisted?.().catch(() => undefined)
  // An installed page is left alone. That one which is kept for good is, too, is promised nowhere.
  const isInstalled = matchMedia('(display-mode: standalone)').matches
  const isSafari = /^((?!chrome|android|crios|fxios).)*safari/i.test(navigator.userAgent)
  return { usage, quota, persisted, evicts: isSafari && !isInstalled }
}

/** Asks the browser to keep all of it for good. Firefox asks the reader, so this is done at a press of theirs. */
export const keptForGood = async (): Promise<boolean> =>
  (await navigator.storage?.persist?.().catch(() => false)) ?? false

/** What takes room, in parts. The index of the search is none: it is made anew in memory. */
export const roomParts = ['messages', 'flights', 'drafts', 'offline'] as const
export type RoomPart = (typeof roomParts)[number]
export type RoomTaken = Partial<Record<RoomPart, Taken>>

const taken: Record<RoomPart, () => Promise<Taken>> = {
  messages: messagesTaken,
  flights: flightsTaken,
  drafts: draftsTaken,
  offline: offlineTaken,
}

/** Looks at each part, and tells each as soon as it is known; one that cannot be read is left out. */
export async function roomTaken(tell: (room: RoomTaken) => void): Promise<void> {
  await Promise.all(
    roomParts.map(async (part) => {
      const found = await taken[part]().catch(() => undefined)
      if (found) tell({ [part]: found })
    }),
  )
}

/** The parts that can be given up as a whole, and how. */
export const freed = {
  flights: flightsRemoved,
  offline: programForgotten,
}
