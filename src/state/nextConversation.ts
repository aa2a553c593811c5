import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { builtIn } from '../api/endpoint'
import type { ConversationId } from '../conversation/Message'
import type { JsonObject, Parameters } from '../protocol/wire'
import { commit, conversationChanged, isMissing, treeOf, useFactOf } from './conversations'
import { type Settings, currentSettings, endpointChosen, modelUsed, useSettings } from './settings'

/** What the reader has set on the start page, for the conversation that begins there; absent while untouched. */
const next = createStore<{ parameters?: Parameters; extraBody?: JsonObject | null }>()(() => ({}))

/** The built-in models answer without any choice; another endpoint's model is the one last used there. */
export const modelFor = ({ models }: Settings, endpoint: string) =>
  models[endpoint] ?? (endpoint === builtIn.id ? 'guide' : undefined)

function startingParameters(settings: Settings): Parameters {
  const model = modelFor(settings, settings.endpoint)
  return { ...(model && { model }), ...settings.defaults }
}

/** What a request would be sent to, and with: a conversation's, or the next one's. */
export interface Target {
  endpoint: string
  parameters: Parameters
  /** JSON that goes into the body last, and may replace anything. */
  extraBody?: JsonObject
}

/** The endpoint and the parameters that the next conversation begins with. */
export const nextConversation = (): Target => startingTarget(currentSettings(), next.getState())

function startingTarget(
  settings: Settings,
  { parameters, extraBody }: ReturnType<typeof next.getState>,
): Target {
  const extra = extraBody === undefined ? settings.defaultExtraBody : extraBody
  return {
    endpoint: settings.endpoint,
    parameters: parameters ?? startingParameters(settings),
    ...(extra && { extraBody: extra }),
  }
}

/** After a conversation has begun, the next one starts from the defaults again. */
export const nextForgotten = () => next.setState({}, true)

export function useTarget(id: ConversationId | null): Target {
  const endpoint = useFactOf(id, 'endpoint')
  const parameters = useFactOf(id, 'parameters')
  const extraBody = useFactOf(id, 'extraBody')
  const settings = useSettings((all) => all)
  const changed = useStore(next)
  return useMemo(
    () =>
      endpoint === undefined || !parameters
        ? startingTarget(settings, changed)
        : { endpoint, parameters, ...(extraBody && { extraBody }) },
    [endpoint, parameters, extraBody, settings, changed],
  )
}

export const targetOf = (id: ConversationId | null): Target =>
  (id === null ? undefined : treeOf(id)?.conversation) ?? nextConversation()

/** Whose settings are changed: null, the next conversation's, also where the open one is not there. */
const whose = (id: ConversationId | null) => (id !== null && isMissing(id) ? null : id)

/** Sets request fields; a field given as undefined is unset, and no longer sent. */
export function parametersChanged(id: ConversationId | null, change: Record<string, unknown>): void {
  const parameters: Parameters = { ...targetOf(id).parameters }
  for (const [name, value] of Object.entries(change))
    if (value === undefined) delete parameters[name]
    else parameters[name] = value
  const at = whose(id)
  if (at === null) next.setState({ parameters })
  else conversationChanged(at, { parameters })
}

/** Sets the JSON that is merged into the request last; undefined takes it away. */
export const extraBodyChanged = (id: ConversationId | null, extraBody: JsonObject | undefined): void =>
  fieldsReplaced(id, targetOf(id).parameters, extraBody)

/** Sets these fields and no others. */
export function fieldsReplaced(
  id: ConversationId | null,
  parameters: Parameters,
  extraBody: JsonObject | undefined,
): void {
  const at = whose(id)
  if (at === null) {
    next.setState({ parameters, extraBody: extraBody ?? null })
    return
  }
  const known = treeOf(at)?.conversation
  if (!known) return
  const { extraBody: _before, ...rest } = known
  const conversation = { ...rest, parameters, ...(extraBody && { extraBody }) }
  commit(at, { conversation, put: [], removed: [] })
}

/** Talks to another endpoint from now on, with the model last used there. */
export function endpointSwitched(id: ConversationId | null, endpoint: string): void {
  const { model: _model, ...kept } = targetOf(id).parameters
  const model = modelFor(currentSettings(), endpoint)
  const parameters: Parameters = { ...(model && { model }), ...kept }
  endpointChosen(endpoint)
  const at = whose(id)
  if (at === null) next.setState({ parameters })
  else conversationChanged(at, { endpoint, parameters })
}

/** Chooses a model; the endpoint remembers it. */
export function modelChosen(id: ConversationId | null, model: string | undefined): void {
  parametersChanged(id, { model: model || undefined })
  if (model) modelUsed(targetOf(id).endpoint, model)
}
