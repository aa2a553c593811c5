import type { Endpoint } from '../api/endpoint'
import type { Preset } from '../storage/database'
import { keyFor } from './keys'
import { presetsAdded, presetsDropped, presetsHere } from './presets'
import { endpointsIn, presetsIn } from './readBeside'
import { currentSettings, endpointById, endpointRemoved, endpointSaved, endpointsLocked } from './settings'

/** What a file has beside conversations, and is not here. */
export interface Beside {
  presets: Preset[]
  /** Suggestions: nobody has tried them, and they come without keys and headers. */
  endpoints: Endpoint[]
}

/** Looks through what stands beside the conversations of some files, which may be anything. */
export async function besideIn(rest: readonly Record<string, unknown>[], now: number): Promise<Beside> {
  const here = await presetsHere()
  const { endpoints } = currentSettings()
  return {
    presets: presetsIn(rest, now, new Set(here.map(({ id }) => id))),
    // Where endpoints are locked, none that is added would be there.
    endpoints: endpointsLocked()
      ? []
      : endpointsIn(rest).filter(
          (one) => !endpoints.some(({ id, baseURL }) => id === one.id || baseURL === one.baseURL),
        ),
  }
}

/** Adds them to what is here, and returns how they are taken away again, but for what the reader has changed since. */
export function besideTaken({ presets, endpoints }: Beside): () => Promise<void> {
  for (const endpoint of endpoints) endpointSaved(endpoint)
  const added = presetsAdded(presets)
  return async () => {
    const here = await presetsHere()
    presetsDropped(added.filter((one) => here.some((now) => isSame(one, now))))
    for (const endpoint of endpoints) {
      const now = endpointById(endpoint.id)
      // Who has given it a key means to use it.
      if (now && isSame(endpoint, now) && !(await keyFor(now))) endpointRemoved(endpoint.id)
    }
  }
}

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other)
