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
}

/** A half-done edit, kept as a draft until it is done; what is as it was at first is not kept. */
export function useEdit(place: Place, initial: Written) {
  const kept = useDraft(place)
  const edit = useMemo((): Edit => readEdit(kept) ?? { written: initial }, [kept, initial])
  return {
    edit,
    change: (next: Edit) => {
      const isSame = next.json === undefined && alike(next.written, initial)
      const { json } = next
      const message = toRequestMessage(next.written)
      draftChanged(place, isSame ? '' : JSON.stringify({ message, ...(json !== undefined && { json }) }))
    },
    done: () => draftChanged(place, ''),
  }
}

const alike = (one: Written, other: Written) =>
  JSON.stringify(toRequestMessage(one)) === JSON.stringify(toRequestMessage(other))

/** An edit as it was kept, whatever that is. */
export function readEdit(kept: string): Edit | undefined {
  if (!kept) return undefined
  try {
    const value: unknown = JSON.parse(kept)
    if (!isObject(value)) return undefined
    const read = readWritten(value['message'])
    const { json } = value
    return read.ok ? { written: read.written, ...(typeof json === 'string' && { json }) } : undefined
  } catch {
    return undefined
  }
}
