import { type Endpoint, isBuiltIn } from './endpoint'

/** The `fetch` that serves an endpoint. The built-in one, with its documents, is loaded when it is first asked. */
export function fetchFor(endpoint: Pick<Endpoint, 'baseURL'>): typeof fetch {
  if (!isBuiltIn(endpoint)) return (input, init) => fetch(input, init)
  return async (input, init) => {
    const { guideFetch } = await import('../guide/guideFetch')
    return guideFetch(input, init)
  }
}
