import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Controls, control } from './control'
import { play } from './play'
import { corsHeaders } from './policies'
import { respond } from './respond'
import { type Route, parseRoute } from './route'
import { type RecordedRequest, Tenant, modelOf } from './Tenant'

/** Without a `tenant`, requests are those of all tenants and gates those of nobody's base URL. */
export interface TestServer extends Controls {
  /** Same as `origin`. A base URL is `${url}/v1`, or `${url}/t/<tenant>/v1` for a tenant of its own. */
  url: string
  origin: string
  port: number
  /** A second origin, where `redirect` leads and where leaks would arrive. */
  otherOrigin: string
  /** Shuts a released gate again. */
  shut(gate: string, tenant?: string): void
  /** Resolves when so many answers wait at the gate. */
  reached(gate: string, tenant?: string, count?: number): Promise<void>
  close(): Promise<void>
}

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
    })
  })

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

function parsed(body: string): unknown {
  try {
    return body === '' ? null : JSON.parse(body)
  } catch {
    return body
  }
}

const originOf = (port: number) => `http://127.0.0.1:${port}`

export async function startTestServer({ port = 0 }: { port?: number } = {}): Promise<TestServer> {
  const tenants = new Map<string, Tenant>()
  let origin = ''
  let otherOrigin = ''
  let count = 0

  function tenantOf(name = ''): Tenant {
    const tenant = tenants.get(name) ?? new Tenant(name)
    tenants.set(name, tenant)
    return tenant
  }

  const some = (name?: string) => (name === undefined ? [...tenants.values()] : [tenantOf(name)])

  const controls: Controls = {
    requests: (tenant) =>
      some(tenant)
        .flatMap(({ requests }) => requests)
        .toSorted((one, other) => one.number - other.number),
    release: (gate, tenant) => tenantOf(tenant).gates.release(gate),
    reset: (tenant) => some(tenant).forEach((each) => each.reset()),
  }

  async function record(request: IncomingMessage, tenant: Tenant, at: string): Promise<RecordedRequest> {
    const { method = '', url: path = '', headers } = request
    const recorded: RecordedRequest = {
      number: ++count,
      tenant: tenant.name,
      origin: at,
      method,
      path,
      headers,
      receivedAt: Date.now(),
      body: parsed(await text(request)),
      status: null,
      answeredAt: null,
      hungUp: false,
      hungUpAt: null,
    }
    tenant.requests.push(recorded)
    return recorded
  }

  async function answer(request: IncomingMessage, response: ServerResponse, route: Route, at: string) {
    const tenant = tenantOf(route.tenant)
    const recorded = await record(request, tenant, at)
    const gone = new AbortController()
    response.on('close', () => {
      gone.abort()
      if (recorded.answeredAt) return
      recorded.hungUp = true
      recorded.hungUpAt = Date.now()
    })
    const earlier = tenant.asked(modelOf(recorded.body)) - 1
    await play(respond(route, recorded, otherOrigin, earlier), {
      response,
      gates: tenant.gates,
      cors: corsHeaders(request.headers.origin),
      signal: gone.signal,
      started: (status) => (recorded.status = status),
      ended: () => (recorded.answeredAt = Date.now()),
    })
  }

  function serve(at: () => string): Server {
    const server = createServer((request, response) => {
      const route = parseRoute(request.url ?? '/')
      if (route.path.startsWith('/control/')) {
        control(request.method ?? '', route, response, controls)
        return
      }
      answer(request, response, route, at()).catch((cause: unknown) => {
        // A client that has left is what some tests are about; anything else is a fault of this server.
        if (response.destroyed) return
        console.error(cause)
        response.destroy()
      })
    })
    server.on('connection', (socket) => socket.setNoDelay(true))
    return server
  }

  const server = serve(() => origin)
  const other = serve(() => otherOrigin)
  origin = originOf(await listen(server, port))
  otherOrigin = originOf(await listen(other, 0))

  return {
    ...controls,
    url: origin,
    origin,
    port: Number(new URL(origin).port),
    otherOrigin,
    shut: (gate, tenant) => tenantOf(tenant).gates.shut(gate),
    reached: (gate, tenant, count) => tenantOf(tenant).gates.reached(gate, count),
    close: async () => {
      await Promise.all([close(server), close(other)])
    },
  }
}
