import { test as base } from '@playwright/test'
import { type Endpoint, endpointOf } from './endpoint'
import { type Guard, watch } from './guard'
import { dist } from './hosts/deployed'
import { type Host, staticHost } from './hosts/staticHost'
import { Parley } from './pages/Parley'
import { type TestServer, startTestServer } from './server/startTestServer'
import { written } from './written'

export { expect } from '@playwright/test'
export { model } from './endpoint'

interface ForTest {
  endpoint: Endpoint
  guard: Guard
  parley: Parley
}

interface ForWorker {
  host: Host
  server: TestServer
}

export const test = base.extend<ForTest, ForWorker>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of other fixtures in the braces.
    async ({}, use) => {
      const host = await staticHost('/', () => dist)
      await use(host)
      await host.close()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ host }, use) => use(host.origin),
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of other fixtures in the braces.
    async ({}, use) => {
      const server = await startTestServer()
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  endpoint: async ({ server }, use, { testId, retry, repeatEachIndex }) => {
    const tenant = `${testId}-${retry}-${repeatEachIndex}`
    await use(endpointOf(server, tenant))
    server.reset(tenant)
  },
  page: async ({ page }, use) => {
    const reload = page.reload.bind(page)
    // What the screen shows may not be kept yet, and a test reloads sooner than any reader.
    page.reload = async (options) => {
      await written(page)
      return reload(options)
    }
    await use(page)
  },
  parley: async ({ page }, use) => {
    await use(new Parley(page))
  },
  guard: [
    async ({ context, server, baseURL }, use) => {
      const guard = watch(context, [new URL(baseURL!).origin, server.origin])
      await use(guard)
      if (guard.faults.length > 0) throw new Error(`Not expected by this test:\n${guard.faults.join('\n')}`)
    },
    { auto: true },
  ],
})
