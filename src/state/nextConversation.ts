import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { builtIn } from '../api/endpoint'
import type { ConversationId } from '../conversation/Message'
import type { Parameters } from '../protocol/wire'
import { conversationChanged, treeOf, useConversation } from './conversations'
import { type Settings, currentSettings, endpointChosen, modelUsed, useSettings } from './settings'

/** Parameters that the reader has set on the start page, for the conversation that begins there. */
const next = createStore<{ parameters: Parameters | undefined }>()(() => ({ parameters: undefined }))

/** The built-in models answer without any choice; another endpoint's model is the one last used there. */
const modelFor = ({ models }: Settings, endpoint: string) =>
  models[endpoint] ?? (endpoint === builtIn.id ? 'guide' : undefined)

function startingParameters(settings: Settings): Parameters {
  const model = modelFor(settings, settings.endpoint)
  return { ...(model && { model }), ...settings.defaults }
}

/** The endpoint and the parameters that the next conversation begins with. */
export function nextConversation(): Target {
  const settings = currentSettings()
  return {
    endpoint: settings.endpoint,
    parameters: next.getState().parameters ?? startingParameters(settings),
  }
}

/** After a conversation has begun, the next one starts from the defaults again. */
export const nextForgotten = () => next.setState({ parameters: undefined })

/** What a request would be sent to, and with: a conversation's, or the next one's. */
export interface Target {
  endpoint: string
  parameters: Parameters
}

export function useTarget(id: ConversationId | null): Target {
  const conversation = useConversation(id)
  const settings = useSettings((all) => all)
  const parameters = useStore(next, (all) => all.parameters)
  if (conversation) return conversation
  return { endpoint: settings.endpoint, parameters: parameters ?? startingParameters(settings) }
}

const targetOf = (id: ConversationId | null): Target =>
  (id === null ? undefined : treeOf(id)?.conversation) ?? nextConversation()

/** Sets request fields; a field given as undefined is unset, and no longer sent. */
export function parametersChanged(id: ConversationId | null, change: Record<string, unknown>): void {
  const parameters: Parameters = { ...targetOf(id).parameters }
  for (const [name, value] of Object.entries(change))
    if (value === undefined) delete parameters[name]
    else parameters[name] = value
  if (id === null) next.setState({ parameters })
  else conversationChanged(id, { parameters })
}

/** Talks to another endpoint from now on, with the model last used there. */
export function endpointSwitched(id: ConversationId | null, endpoint: string): void {
  const { model: _model, ...kept } = targetOf(id).parameters
  const model = modelFor(currentSettings(), endpoint)
  const parameters: Parameters = { ...(model && { model }), ...kept }
  endpointChosen(endpoint)
  if (id === null) next.setState({ parameters })
  else conversationChanged(id, { endpoint, parameters })
}

/** Chooses a model; the endpoint remembers it. */
export function modelChosen(id: ConversationId | null, model: string | undefined): void {
  parametersChanged(id, { model: model || undefined })
  if (model) modelUsed(targetOf(id).endpoint, model)
}
