import { builtIn } from '../api/endpoint'
import type { OperatorConfig } from './readOperatorConfig'
import { firstSettings } from './readSettings'
import type { Settings } from './settings'

/**
 * The settings that count: the reader's own, and where they have chosen nothing, the operator's. Where endpoints are
 * locked, those of the reader are kept but not there.
 */
export function withOperator(own: Settings, operator: OperatorConfig | undefined): Settings {
  const given = operator?.endpoints ?? []
  const endpoints = [...given, ...(operator?.locked ? [] : own.endpoints)]
  const isThere = [builtIn, ...endpoints].some(({ id }) => id === own.endpoint)
  const first = operator?.endpoint ?? given[0]?.id ?? builtIn.id
  const untouched = JSON.stringify(own.defaults) === JSON.stringify(firstSettings.defaults)
  return {
    ...own,
    endpoints,
    endpoint: own.endpointIsChosen && isThere ? own.endpoint : first,
    models: { ...operator?.models, ...own.models },
    defaults: untouched && operator?.parameters ? { ...own.defaults, ...operator.parameters } : own.defaults,
  }
}
