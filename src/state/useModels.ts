import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { Endpoint } from '../api/endpoint'
import { listModels } from '../api/listModels'
import { ChatError } from '../protocol/ChatError'
import { contextLengthsListed } from './contextLengths'
import { keyFor, useKeyState } from './keys'
import { currentSettings } from './settings'
import { modelsListed } from './modelLists'

/**
 * Lists of models are the one thing that Parley may fetch twice, so they are the one thing in the query cache.
 * Asking twice for a reply would make two replies.
 */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      // A refusal will not change by asking again; a connection may.
      retry: (failures, error) => failures < 1 && !(error instanceof ChatError && error.kind === 'rejected'),
    },
  },
})

const modelsOf = (endpoint: Endpoint, hasKey: boolean) =>
  queryOptions({
    // The address and the presence of a key are part of the name: another address is another list.
    queryKey: ['models', endpoint.id, endpoint.baseURL, hasKey],
    queryFn: async ({ signal }) => {
      const key = await keyFor(endpoint)
      const stallMs = (currentSettings().stallSeconds || 60) * 1000
      const models = await listModels({ endpoint, signal, stallMs, ...(key !== undefined && { key }) })
      modelsListed(
        endpoint.id,
        models.map(({ id }) => id),
      )
      contextLengthsListed(endpoint.id, models)
      return models
    },
  })

/**
 * The models of an endpoint: kept for five minutes; asked for again by `refetch`, and at once if `fresh`. Nobody is asked to
 * unlock a key for them.
 */
export function useModels(endpoint: Endpoint, { enabled = true, fresh = false } = {}) {
  const key = useKeyState(endpoint)
  return useQuery(
    {
      ...modelsOf(endpoint, key === 'ready'),
      enabled: enabled && (key === 'ready' || key === 'none'),
      ...(fresh && { refetchOnMount: 'always' as const, retry: false }),
    },
    queries,
  )
}
