import type { BrowserContext } from '@playwright/test'

/** What a test expects to go wrong. Everything else fails it. */
export interface Guard {
  /** Loads that fail are part of the test: error statuses, broken connections, CORS. */
  allowFailedLoads(): void
  /** Console errors that match are part of the test. Violations of the content security policy never are. */
  allowConsoleErrors(pattern: RegExp): void
  /** Errors that nobody catches and that match are part of the test. */
  allowUncaught(pattern: RegExp): void
  /** Requests to this origin are part of the test. */
  allowOrigin(origin: string): void
  /** What has gone wrong so far, in words. */
  readonly faults: string[]
}

const failedLoad = /^Failed to load resource:|blocked by CORS policy|net::ERR_/
const policyViolation = /content security policy/i

/** Watches every page of a context, popups and workers included. */
export function watch(context: BrowserContext, knownOrigins: string[]): Guard {
  const faults: string[] = []
  const origins = new Set(knownOrigins)
  const patterns: RegExp[] = []
  const uncaught: RegExp[] = []

  context.on('weberror', (error) => {
    const text = error.error().stack ?? String(error.error())
    if (!uncaught.some((pattern) => pattern.test(text))) faults.push(`uncaught in the page: ${text}`)
  })
  context.on('console', (message) => {
    const text = message.text()
    const violation = policyViolation.test(text)
    if (!violation && message.type() !== 'error') return
    if (violation || !patterns.some((pattern) => pattern.test(text))) faults.push(`console: ${text}`)
  })
  context.on('request', (request) => {
    const address = request.url()
    // Browsers take addresses that Node does not; these belong to no known origin.
    const { protocol, origin } = new URL(URL.canParse(address) ? address : 'http://unreadable')
    if (!/^(https?|wss?):$/.test(protocol) || origins.has(origin)) return
    faults.push(`a request left for ${address}`)
  })

  return {
    faults,
    allowFailedLoads: () => patterns.push(failedLoad),
    allowConsoleErrors: (pattern) => patterns.push(pattern),
    allowUncaught: (pattern) => uncaught.push(pattern),
    allowOrigin: (origin) => origins.add(origin),
  }
}
