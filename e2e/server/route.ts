import { modelLists } from './modelLists'
import { policies } from './policies'

/** Where a request goes: `/t/<tenant>/<policy or list of models>…/v1/models`, all but the last two optional. */
export interface Route {
  tenant: string
  policy: string
  models: string
  path: string
  query: URLSearchParams
}

export function parseRoute(target: string): Route {
  const { pathname, searchParams } = new URL(target, 'http://localhost')
  const segments = pathname.split('/').slice(1)
  const route: Route = { tenant: '', policy: 'open', models: 'models', path: '', query: searchParams }
  if (segments[0] === 't') route.tenant = decodeURIComponent(segments.splice(0, 2)[1] ?? '')
  for (let name = segments[0]; name && (name in policies || name in modelLists); name = segments[0]) {
    if (name in policies) route.policy = name
    else route.models = name
    segments.shift()
  }
  route.path = `/${segments.join('/')}`
  return route
}
