import { isObject } from '../protocol/isObject'

/** What a server said when it refused a field. */
export interface FieldRefusal {
  message: string
  /** Milliseconds since 1970. */
  at: number
  /** The model that was asked. */
  model?: string
  /** The fingerprint of the value, where it was not the field that was refused but only this value of it. */
  value?: string
}

/** What an endpoint has been seen to do. What has not been seen is absent. */
export interface Profile {
  fields: Record<string, FieldRefusal>
  /** The models that did not go on from the beginning of an answer. */
  noPrefill?: string[]
  /** Whether it takes `n` > 1. */
  choices?: 'one' | 'many'
}

export const noProfile: Profile = { fields: {} }

/** The profiles in what was kept, whatever that is; what does not fit is left out. */
export function readProfiles(kept: unknown): Record<string, Profile> {
  if (!isObject(kept) || !isObject(kept['profiles'])) return {}
  return Object.fromEntries(
    Object.entries(kept['profiles']).flatMap(([key, profile]) =>
      isObject(profile) ? [[key, readProfile(profile)]] : [],
    ),
  )
}

function readProfile({ fields, noPrefill, choices }: Record<string, unknown>): Profile {
  const refusals = isObject(fields) ? Object.entries(fields) : []
  return {
    fields: Object.fromEntries(
      refusals.flatMap(([name, kept]) => readRefusal(kept).map((one) => [name, one])),
    ),
    ...(Array.isArray(noPrefill) && {
      noPrefill: noPrefill.filter((model): model is string => typeof model === 'string'),
    }),
    ...((choices === 'one' || choices === 'many') && { choices }),
  }
}

function readRefusal(kept: unknown): FieldRefusal[] {
  if (!isObject(kept)) return []
  const { message, at, model, value } = kept
  if (typeof message !== 'string' || typeof at !== 'number') return []
  return [
    {
      message,
      at,
      ...(typeof model === 'string' && { model }),
      ...(typeof value === 'string' && { value }),
    },
  ]
}

/** A short mark by which a value is known again without being kept (FNV-1a over its JSON). */
export function fingerprint(value: unknown): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(JSON.stringify(value) ?? ''))
    hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(36)
}
