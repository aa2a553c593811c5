import { complete } from './complete'
import { apiError } from './errors'
import { modelLists } from './modelLists'
import { type Policy, policies } from './policies'
import type { Route } from './route'
import { scenarioNames } from './scenarios'
import { type Step, head } from './Step'
import type { RecordedRequest } from './Tenant'

function* underPolicy(steps: Iterable<Step>, { answers }: Policy): Generator<Step> {
  for (const step of steps) {
    const bare =
      step.type === 'head' && (answers === 'none' || (answers === 'no-errors' && step.status >= 400))
    yield bare ? { ...step, cors: false } : step
  }
}

function steps(
  route: Route,
  recorded: RecordedRequest,
  key: string | undefined,
  otherOrigin: string,
  earlier: number,
) {
  const { method, headers, body, number, origin, path, receivedAt } = recorded
  if (key && headers.authorization !== `Bearer ${key}`) {
    return apiError(401, {
      message: 'Invalid API Key',
      type: 'authentication_error',
      code: 'invalid_api_key',
    })
  }
  if (method === 'GET' && route.path === '/v1/models') return modelLists[route.models]!(scenarioNames)
  if (method === 'POST' && route.path === '/v1/chat/completions') {
    const created = Math.floor(receivedAt / 1000)
    return complete({ id: `chatcmpl-${number}`, created, body, headers, earlier, origin, otherOrigin, path })
  }
  return apiError(404, { message: `Invalid URL (${method} ${route.path})` })
}

/** What the server does with a request: by its path, then by the model that it names. */
export function respond(
  route: Route,
  recorded: RecordedRequest,
  otherOrigin: string,
  earlier: number,
): Iterable<Step> {
  const policy = policies[route.policy]!
  if (recorded.method === 'OPTIONS') {
    const { status, headers } = policy.preflight
    return [head(status, headers, status < 300)]
  }
  return underPolicy(steps(route, recorded, policy.key, otherOrigin, earlier), policy)
}
