import { ask } from './ask'
import type { ModelInfo } from './listModels'
import { readModels } from './listModels'
import { type ServerKind, usualPorts } from './serverKind'

/** Something that answers at a usual port of this computer. */
export interface FoundServer {
  baseURL: string
  /** What it is, or most likely is. */
  kind: ServerKind
  /**
   * - `lists`: its models can be read.
   * - `key`: it wants a key.
   * - `closed`: it answers, but lets this page read nothing; it may be something else.
   */
  state: 'lists' | 'key' | 'closed'
  models: number
}

/** Local, so that an answer comes at once or not at all; in milliseconds. */
const patience = 3000

/** Asks each usual port of this computer for its models, once and without a key, and tells of each that answers. */
export async function findServers(
  page: URL,
  signal: AbortSignal,
  onFound: (server: FoundServer) => void,
): Promise<void> {
  const own = ['localhost', '127.0.0.1'].includes(page.hostname) ? page.port : ''
  const places = usualPorts.filter(({ port }) => String(port) !== own)
  await Promise.all(
    places.map(async ({ port, kind }) => {
      const found = await askAt(`http://localhost:${port}/v1`, kind, signal)
      if (found && !signal.aborted) onFound(found)
    }),
  )
}

async function askAt(
  baseURL: string,
  kind: ServerKind,
  signal: AbortSignal,
): Promise<FoundServer | undefined> {
  const get = (mode: 'cors' | 'no-cors') =>
    ask(`${baseURL}/models`, { mode, patience, signal }).catch(() => undefined)
  const response = await get('cors')
  if (!response) {
    const unseen = await get('no-cors')
    return unseen ? { baseURL, kind, state: 'closed', models: 0 } : undefined
  }
  if (response.status === 401 || response.status === 403) return { baseURL, kind, state: 'key', models: 0 }
  try {
    const models = readModels(await response.text())
    return { baseURL, kind: kindOf(models) ?? kind, state: 'lists', models: models.length }
  } catch {
    // Something else listens there.
    return undefined
  }
}

const owners: readonly [RegExp, ServerKind][] = [
  [/llama-?cpp/i, 'llama-cpp'],
  [/vllm/i, 'vllm'],
  [/kobold/i, 'koboldcpp'],
  [/organization_owner/i, 'lm-studio'],
]

/** Some servers say what they are where a model says whose it is. */
const kindOf = (models: readonly ModelInfo[]): ServerKind | undefined =>
  owners.find(([owner]) => models.some(({ owned_by = '' }) => owner.test(owned_by)))?.[1]
