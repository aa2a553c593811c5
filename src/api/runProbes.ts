import { ChatError } from '../protocol/ChatError'
import { readBytes, readText } from '../protocol/readBytes'
import { addressWithoutSecrets } from '../protocol/secrets'
import { ask } from './ask'
import { diagnoseAnswer, type Findings, mayBeMended, nextProbe, type Outcome, type Probe } from './diagnose'
import { type Endpoint, endpointURL, originOf } from './endpoint'
import { listModels, readModels } from './listModels'
import { requestHeaders } from './requestHeaders'

/** How long a probe may take, in milliseconds. */
const patience = 5000

interface Call {
  endpoint: Endpoint
  key: string | undefined
  signal: AbortSignal
}

/** One line of what was tried. */
export interface Trial {
  probe: Probe | 'path'
  /** Without the secrets that it may hold. */
  url: string
  outcome: Outcome
}

/**
 * Finds out more about a call that failed, by asking the endpoint for its models in one way after the other. A key goes
 * to the endpoint's own origin alone; nothing is sent anywhere else, but for the same host by the other scheme.
 */
export async function runProbes(
  begun: Findings,
  call: Call,
): Promise<{ findings: Findings; trials: Trial[] }> {
  let findings = begun
  const trials: Trial[] = []
  for (let probe = nextProbe(findings); probe; probe = nextProbe(findings)) {
    const { url, outcome, models } = await tryOne(probe, call)
    call.signal.throwIfAborted()
    trials.push({ probe, url: addressWithoutSecrets(url), outcome })
    findings = {
      ...findings,
      tried: { ...findings.tried, [probe]: outcome },
      ...(models && { models }),
    }
  }
  return { findings, trials }
}

async function tryOne(
  probe: Probe,
  { endpoint, key, signal }: Call,
): Promise<{ url: string; outcome: Outcome; models?: string[] }> {
  const url = probe === 'otherScheme' ? bareModels(endpoint) : endpointURL(endpoint, '/models')
  const own = { endpoint: probe === 'asSent' ? endpoint : { headers: [] }, hasBody: probe === 'preflight' }
  const keyed = probe === 'asSent' || probe === 'keyAlone'
  try {
    const response = await ask(url, {
      headers: requestHeaders({ ...own, key: keyed ? key : undefined }),
      mode: probe === 'opaque' || probe === 'otherScheme' ? 'no-cors' : 'cors',
      patience,
      signal,
    })
    if (response.type === 'opaque') return { url, outcome: 'something' }
    const models = response.ok ? await modelsIn(response, signal) : undefined
    return { url, outcome: response.status, ...(models && { models }) }
  } catch (error) {
    const late = error instanceof DOMException && error.name === 'TimeoutError'
    return { url, outcome: late ? 'silence' : 'nothing' }
  }
}

async function modelsIn(response: Response, signal: AbortSignal): Promise<string[] | undefined> {
  try {
    const text = response.body ? await readText(readBytes(response.body, { signal, stallMs: patience })) : ''
    return readModels(text).map(({ id }) => id)
  } catch {
    // An answer is proof enough that it can be read.
    return undefined
  }
}

/** Without the query, since a key may stand there: it is not for everybody on the way, nor for where a redirect leads. */
function bareModels(endpoint: Endpoint): string {
  const url = new URL(endpointURL(endpoint, '/models'))
  url.search = ''
  return otherScheme(url.href)
}

/** The same address by `https` instead of `http`, or the other way around. */
export const otherScheme = (address: string): string =>
  address.startsWith('http:') ? `https:${address.slice(5)}` : `http:${address.slice(6)}`

/** Addresses at which the same server may have its API, the likeliest first. */
export function nearAddresses(baseURL: string): string[] {
  const { origin, pathname, search } = new URL(baseURL)
  const path = pathname.replace(/\/+$/, '')
  const paths = [
    ...(path.endsWith('/v1') ? [] : [`${path}/v1`]),
    path.replace(/(?:\/v1)+$/, '/v1'),
    '/v1',
    '/api/v1',
    '/openai/v1',
  ]
  return [...new Set(paths)].filter((one) => one !== path).map((one) => origin + one + search)
}

/**
 * Looks into an answer that was none: whether the models are listed where the endpoint is said to be, else at an address
 * of the same origin near it. Asks nothing where the answer does not call for it.
 */
export async function lookAround(
  begun: Findings,
  { endpoint, key, signal }: Call,
): Promise<{ findings: Findings; trials: Trial[] }> {
  const trials: Trial[] = []
  if (!begun.error || !mayBeMended(begun.error) || originOf(endpoint) === null)
    return { findings: begun, trials }
  const modelsAt = async (baseURL: string) => {
    const at = { ...endpoint, baseURL }
    const url = addressWithoutSecrets(endpointURL(at, '/models'))
    try {
      const models = await listModels({ endpoint: at, key, signal, stallMs: patience })
      trials.push({ probe: 'path', url, outcome: 200 })
      return models.map(({ id }) => id)
    } catch (error) {
      signal.throwIfAborted()
      trials.push({
        probe: 'path',
        url,
        outcome: (error instanceof ChatError && error.evidence.status) || 'nothing',
      })
      return undefined
    }
  }
  const models = await modelsAt(endpoint.baseURL)
  if (models) return { findings: { ...begun, models }, trials }
  if (diagnoseAnswer(begun)) return { findings: begun, trials }
  for (const baseURL of nearAddresses(endpoint.baseURL).slice(0, 4)) {
    const found = await modelsAt(baseURL)
    if (found) return { findings: { ...begun, elsewhere: baseURL }, trials }
  }
  return { findings: begun, trials }
}
