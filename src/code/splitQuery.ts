/** An address without its query, and that as an object, as the packages want it (Azure's `?api-version`). */
export function splitQuery(baseURL: string): { address: string; query: Record<string, string> | undefined } {
  const at = baseURL.indexOf('?')
  if (at < 0) return { address: baseURL, query: undefined }
  return {
    address: baseURL.slice(0, at),
    query: Object.fromEntries(new URLSearchParams(baseURL.slice(at))),
  }
}
