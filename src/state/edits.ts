import { useMemo } from 'react'
import { isObject } from '../protocol/isObject'
import { readWritten } from '../conversation/readWritten'
import { toRequestMessage } from '../conversation/toRequestMessages'
import type { Written } from '../conversation/written'
import { type Place, draftChanged, useDraft } from './drafts'

/** A message in the hand: what it would say, and the JSON of it if that is what is being written. */
export interface Edit {
  written: Written
  json?: string
  /** What the message said when it was taken into the hand. */
  from?: string
}

/** What a message says, to be held against what it says later. */
export const saidBy = (message: Written): string => JSON.stringify(toRequestMessage(message))

/** A half-done edit, kept as a draft until it is done; what is as it was at first is not kept. */
export function useEdit(place: Place, initial: Written) {
  const kept = useDraft(place)
  const edit = useMemo((): Edit => readEdit(kept) ?? { written: initial }, [kept, initial])
  const from = edit.from ?? saidBy(initial)
  return {
    edit,
    from,
    change: (next: Edit) => {
      const { written, json } = next
      const isSame = json === undefined && saidBy(written) === saidBy(initial)
      const message = toRequestMessage(written)
      draftChanged(
        place,
        isSame ? '' : JSON.stringify({ message, from, ...(json !== undefined && { json }) }),
      )
    },
    done: () => draftChanged(place, ''),
  }
}

/** An edit as it was kept, whatever that is. */
export function readEdit(kept: string): Edit | undefined {
  if (!kept) return undefined
  try {
    const value: unknown = JSON.parse(kept)
    if (!isObject(value)) return undefined
    const read = readWritten(value['message'])
    const { json, from } = value
    if (!read.ok) return undefined
    return {
      written: read.written,
      ...(typeof json === 'string' && { json }),
      ...(typeof from === 'string' && { from }),
    }
  } catch {
    return undefined
  }
}
