/** How the server treats pages of other origins, where the base URL says so: `/t/<tenant>/<policy>/v1`. */
export interface Policy {
  preflight: { status: number; headers: Record<string, string> }
  /** Whether answers carry CORS headers: all, all but errors, none. */
  answers: 'all' | 'no-errors' | 'none'
  /** The key without which nothing is answered, the list of models included. */
  key?: string
}

const open = { 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': '*' }
const named = { ...open, 'access-control-allow-headers': 'authorization, content-type' }
const openPolicy: Policy = { preflight: { status: 200, headers: open }, answers: 'all' }

export const testKey = 'test-key-123'

export const policies: Record<string, Policy> = {
  open: openPolicy,
  'plain-headers': { ...openPolicy, preflight: { status: 200, headers: named } },
  'preflight-refused': { preflight: { status: 403, headers: {} }, answers: 'none' },
  'preflight-missing': { ...openPolicy, preflight: { status: 403, headers: {} } },
  'no-cors': { ...openPolicy, answers: 'none' },
  'no-cors-on-errors': { ...openPolicy, answers: 'no-errors' },
  'needs-key': { ...openPolicy, preflight: { status: 200, headers: named }, key: testKey },
}

/** Headers that let the page at `origin` read an answer. */
export const corsHeaders = (origin: string | undefined): Record<string, string> =>
  origin
    ? {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'retry-after, retry-after-ms, x-request-id',
        vary: 'origin',
      }
    : {}
