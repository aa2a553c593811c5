import type { RecordedRequest } from './server/Tenant'
import type { ScenarioName } from './server/scenarios'
import type { TestServer } from './server/startTestServer'

/** The test server as one test sees it: requests and gates of no other test come in between. */
export interface Endpoint {
  baseURL: string
  origin: string
  /** A second origin of the test server, where `redirect` leads. */
  otherOrigin: string
  /** The base URL under other rules: a policy, a list of models, or both (`e2e/README.md`). */
  under(...rules: string[]): string
  /** Everything that has arrived, preflights included. */
  requests(): Promise<RecordedRequest[]>
  /** The requests for a completion. */
  completions(): Promise<RecordedRequest[]>
  release(gate?: string): void
  shut(gate?: string): void
  /** Resolves when so many answers wait at the gate. */
  reached(gate?: string, count?: number): Promise<void>
}

export function endpointOf(server: TestServer, tenant: string): Endpoint {
  const { origin, otherOrigin } = server
  const root = `${origin}/t/${tenant}`
  const requests = async () => server.requests(tenant)
  return {
    baseURL: `${root}/v1`,
    origin,
    otherOrigin,
    under: (...rules) => [root, ...rules, 'v1'].join('/'),
    requests,
    completions: async () =>
      (await requests()).filter(
        ({ method, path }) => method === 'POST' && path.endsWith('/chat/completions'),
      ),
    release: (gate = 'gate') => server.release(gate, tenant),
    shut: (gate = 'gate') => server.shut(gate, tenant),
    reached: (gate = 'gate', count = 1) => server.reached(gate, tenant, count),
  }
}

/** The name of a model that plays a scenario: `model('story', { tokens: 20 })` is `story?tokens=20`. */
export function model(name: ScenarioName, options: Record<string, string | number> = {}): string {
  const query = new URLSearchParams(Object.entries(options).map(([key, value]) => [key, String(value)]))
  return query.size > 0 ? `${name}?${query}` : name
}
