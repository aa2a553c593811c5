import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { readHeaders } from './readHeaders'

/** A host of static files that a test has started. */
export interface Host {
  origin: string
  close(): Promise<void>
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

/** The files of a folder, which may change at any time, in the folder `base` of a host, with what `_headers` says. */
export async function staticHost(base: string, folder: () => string): Promise<Host> {
  const headersOf = readHeaders(readFileSync(join(folder(), '_headers'), 'utf8'))
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const path = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : ''
    const file = join(folder(), path.endsWith('/') ? `${path}index.html` : path)
    const type = types[extname(file)] ?? 'application/octet-stream'
    if (statSync(file, { throwIfNoEntry: false })?.isFile())
      response.writeHead(200, { ...headersOf(path), 'Content-Type': type }).end(readFileSync(file))
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Nothing is here.')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port, not on a pipe
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
