import { checkBaseURL, mostChoices } from '../api/endpoint'
import { newId } from '../conversation/newId'
import { begins } from '../links/address'
import { type Outside, readStartLink } from '../links/startLink'
import { draftChanged, draftOf, draftsOpened, newMessage, newSystem } from './drafts'
import {
  endpointSwitched,
  fieldsReplaced,
  nextConversation,
  nextForgotten,
  parametersChanged,
} from './nextConversation'
import { operatorKnown } from './operatorConfig'
import { goTo } from './route'
import { currentSettings, endpointById, endpointSaved, endpointsLocked } from './settings'

const longest = 200

/** What a link has filled in for the next conversation, by name, and what it has not. */
export interface Filled {
  names: string[]
  unknown: string[]
  bad: string[]
  outside: Outside[]
  /** Whether it names an endpoint where the operator lets nobody add one. */
  fixed: boolean
  undo: () => void
  /** Another address than the one in use. It is called only after the reader has seen it and taken it. */
  suggestion?: { baseURL: string; accept: () => void }
}

/** Fills the next conversation from a link (`#/new?…`). Nothing is sent, and no address is called. */
export async function startLinkFilled(hash: string): Promise<Filled> {
  // What an earlier page has kept comes first: what comes later would be put behind what is filled in here.
  await draftsOpened()
  const before = nextConversation()
  const { system, prompt, endpoint, parameters, unknown, bad, outside } = readStartLink(
    hash.slice(begins.length),
    mostChoices(before.endpoint),
  )
  const drafts = [newSystem, newMessage].map((place) => [place, draftOf(place)] as const)
  goTo(null, { instead: true })
  // It is a new conversation: what was set for another one does not get into it.
  nextForgotten()
  const { parameters: own, extraBody } = nextConversation()
  fieldsReplaced(null, { ...own, ...parameters }, extraBody)
  if (system !== undefined) draftChanged(newSystem, system)
  if (prompt !== undefined) draftChanged(newMessage, prompt)
  const checked = endpoint === undefined ? undefined : checkBaseURL(endpoint)
  // Nobody reads an address that is longer to its end.
  const baseURL = checked?.ok && checked.baseURL.length <= longest ? checked.baseURL : undefined
  if (endpoint !== undefined) await operatorKnown()
  const isPossible = baseURL !== undefined && canBeTaken(baseURL)
  const isInUse = baseURL === endpointById(before.endpoint)?.baseURL
  return {
    names: [
      ...Object.keys(parameters),
      ...(system === undefined ? [] : ['system']),
      ...(prompt === undefined ? [] : ['prompt']),
    ],
    unknown,
    bad: checked && baseURL === undefined ? [...bad, 'endpoint'] : bad,
    outside,
    fixed: baseURL !== undefined && !isPossible,
    undo() {
      fieldsReplaced(null, before.parameters, before.extraBody)
      for (const [place, text] of drafts) draftChanged(place, text)
    },
    ...(isPossible &&
      !isInUse && { suggestion: { baseURL, accept: () => accept(baseURL, parameters.model) } }),
  }
}

const endpointOf = (baseURL: string) =>
  currentSettings().endpoints.find((endpoint) => endpoint.baseURL === baseURL)

/** Where endpoints are locked, one that is not there cannot be added. */
const canBeTaken = (baseURL: string) => !endpointsLocked() || endpointOf(baseURL) !== undefined

/** The reader's own endpoint of that address, or a new one: it has no key, since keys belong to those they were saved for. */
function accept(baseURL: string, model: string | undefined) {
  if (!canBeTaken(baseURL)) return
  const known = endpointOf(baseURL)
  const id = known?.id ?? newId()
  if (!known) endpointSaved({ id, name: new URL(baseURL).host, baseURL, headers: [] })
  endpointSwitched(null, id)
  if (model) parametersChanged(null, { model })
}
