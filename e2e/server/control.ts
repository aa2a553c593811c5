import type { ServerResponse } from 'node:http'
import type { Route } from './route'
import type { RecordedRequest } from './Tenant'

/** What a test in another process may do with the server. */
export interface Controls {
  requests(tenant?: string): RecordedRequest[]
  release(gate: string, tenant?: string): void
  reset(tenant?: string): void
}

/** `/control/…` for everything, `/t/<tenant>/control/…` for one tenant. */
export function control(method: string, route: Route, response: ServerResponse, controls: Controls): void {
  const tenant = route.tenant || undefined
  const gate = route.query.get('gate')
  const answer = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const asked = `${method} ${route.path}`
  if (asked === 'GET /control/requests') {
    answer(200, controls.requests(tenant))
  } else if (asked === 'POST /control/release' && gate) {
    controls.release(gate, tenant)
    answer(200, { released: gate })
  } else if (asked === 'POST /control/reset') {
    controls.reset(tenant)
    answer(200, { reset: tenant ?? 'everything' })
  } else {
    answer(404, { error: { message: `The test server has no control ${asked}` } })
  }
}
