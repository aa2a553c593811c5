import { type Message, type MessageId, isLive } from '../conversation/Message'
import { type Group, groupPath } from './groupPath'
import { guessHeight } from './guessHeight'

/** How much of a group is on the page: nothing, or its messages, of which some are whole and the others light rows. */
export interface Drawn {
  begun: boolean
  whole: ReadonlySet<MessageId>
}

const nothing: Drawn = { begun: false, whole: new Set() }

/** How many messages that have just come into being are whole from the first: who made them goes on from there. */
const born = 20

/**
 * What of a thread is drawn, by groups. Groups listen for themselves, so that a message which becomes whole renders
 * nothing but its group.
 */
export function createDrawing() {
  let path: readonly Message[] | undefined
  let groups: readonly Group[] = []
  const drawn = new Map<number, Drawn>()
  /** How many messages stand above a group. */
  const above = new Map<number, number>()
  const listeners = new Map<number, () => void>()
  /** While the thread is rendered everybody reads what has changed without being told. */
  let rendering = false

  const read = (key: number) => drawn.get(key) ?? nothing
  function set(key: number, change: Drawn) {
    drawn.set(key, change)
    if (!rendering) listeners.get(key)?.()
  }
  const begin = (group: Group) => {
    if (!read(group.key).begun)
      set(group.key, { begun: true, whole: new Set(group.messages.filter(isLive).map(({ id }) => id)) })
  }
  const groupOf = (id: MessageId) => groups.findLast(({ messages }) => messages.some((one) => one.id === id))
  const turn = (id: MessageId) => {
    const group = groupOf(id)
    if (!group) return
    begin(group)
    const { whole } = read(group.key)
    if (!whole.has(id)) set(group.key, { begun: true, whole: new Set([...whole, id]) })
  }

  /** The end of the path, as much as fits on `screen` pixels. */
  function drawEnd(screen: number) {
    let height = 0
    for (let at = path!.length - 1; at >= 0 && height < screen; at--) {
      turn(path![at]!.id)
      height += guessHeight(path![at]!)
    }
  }

  function drawBorn(before: readonly Group[]) {
    const was = new Set(before)
    const changed = groups.filter((group) => !was.has(group))
    const now = new Set(groups)
    const known = new Set(before.filter((group) => !now.has(group)).flatMap(idsOf))
    const fresh = changed.flatMap(idsOf).filter((id) => !known.has(id))
    for (const id of fresh.slice(0, born)) turn(id)
    for (const id of fresh.slice(-born)) turn(id)
    const keys = new Set(groups.map(({ key }) => key))
    for (const key of drawn.keys()) if (!keys.has(key)) drawn.delete(key)
  }

  function count() {
    above.clear()
    let place = 0
    for (const { key, messages } of groups) {
      above.set(key, place)
      place += messages.length
    }
  }

  return {
    /** The groups of a path. The first time its end is drawn; later what has come into being since. */
    groups(next: readonly Message[], screen: number): readonly Group[] {
      if (next === path) return groups
      const before = path && groups
      path = next
      groups = groupPath(next, before ?? [])
      count()
      rendering = true
      if (before) drawBorn(before)
      else drawEnd(screen)
      rendering = false
      return groups
    },
    all: () => groups,
    /** Where a group stands: how many messages come before it, and how many there are in all. */
    placeOf: (key: number) => ({ above: above.get(key) ?? 0, count: path?.length ?? 0 }),
    read,
    subscribe(key: number, listen: () => void) {
      listeners.set(key, listen)
      return () => {
        if (listeners.get(key) === listen) listeners.delete(key)
      }
    },
    /** Puts the messages of a group on the page, as light rows. */
    begin,
    /** Draws a message whole. */
    turn,
    /** Makes a whole message a light row again. */
    turnBack(id: MessageId) {
      const group = groupOf(id)
      if (!group) return
      const whole = new Set(read(group.key).whole)
      if (whole.delete(id)) set(group.key, { begun: true, whole })
    },
    /** Those that are not on the page yet, from the end upwards. */
    *missing(): Iterable<Group> {
      for (let at = groups.length - 1; at >= 0; at--) if (!read(groups[at]!.key).begun) yield groups[at]!
    },
    has: (id: MessageId) => groupOf(id) !== undefined,
  }
}

export type Drawing = ReturnType<typeof createDrawing>

const idsOf = ({ messages }: Group) => messages.map(({ id }) => id)
