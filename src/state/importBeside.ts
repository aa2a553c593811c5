import type { Endpoint } from '../api/endpoint'
import type { Preset } from '../storage/database'
import { presetsAdded, presetsDropped, presetsHere } from './presets'
import { endpointsIn, presetsIn } from './readBeside'
import { currentSettings, endpointRemoved, endpointSaved } from './settings'

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
    endpoints: endpointsIn(rest).filter(
      (one) => !endpoints.some(({ id, baseURL }) => id === one.id || baseURL === one.baseURL),
    ),
  }
}

/** Adds them to what is here, and returns how they are taken away again. */
export function besideTaken({ presets, endpoints }: Beside): () => void {
  for (const endpoint of endpoints) endpointSaved(endpoint)
  const added = presetsAdded(presets)
  return () => {
    presetsDropped(added)
    for (const { id } of endpoints) endpointRemoved(id)
  }
}
