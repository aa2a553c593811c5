import type { ErrorRecord } from '../protocol/ChatError'
import { type AddressSpace, spaceOf } from './serverKind'

/**
 * What was tried at an endpoint after a call had failed, each a GET of its list of models but for the last two:
 *
 * - `plain`: as any page may ask, without key, headers or preflight.
 * - `opaque`: the same, where the page may not see what comes, only that something does (`no-cors`).
 * - `asSent`: with the key and the headers of the endpoint, as the failed call had them.
 * - `preflight`: without a key, but so that the browser asks beforehand, as it does for JSON.
 * - `keyAlone`: with the key and without the endpoint's own headers.
 * - `otherScheme`: at the same place, with https for http or http for https; without the key.
 */
export type Probe = 'plain' | 'opaque' | 'asSent' | 'preflight' | 'keyAlone' | 'otherScheme'

/** What came: a status that could be read, something that could not, nothing, or nothing in time. */
export type Outcome = number | 'something' | 'nothing' | 'silence'

export interface Findings {
  baseURL: string
  /** The address of this page. */
  page: string
  /** Whether the browser takes this page for one that may ask for more: by https, or from this computer. */
  secure: boolean
  online: boolean
  /** What the browser says of calls into the reader's own network; absent where it knows no such permission. */
  permission?: PermissionState | undefined
  hasKey: boolean
  hasHeaders: boolean
  /** Whether the provider there is known to need a key, and to let pages call it. */
  known?: { needsKey: boolean; letsPages: boolean } | undefined
  tried: Partial<Record<Probe, Outcome>>
  /** The model that was asked for, and those that the endpoint lists, where it does. */
  model?: string | undefined
  models?: readonly string[] | undefined
  /** An address near this one under which there is a list of models. */
  elsewhere?: string | undefined
  error?: Pick<ErrorRecord, 'kind' | 'status' | 'code' | 'message'> | undefined
}

/** Why a call failed. */
export type Cause =
  | 'offline'
  | 'mixed-content'
  | 'permission'
  | 'insecure-page'
  | 'scheme'
  | 'http-only'
  | 'no-https'
  | 'refused'
  | 'not-found'
  | 'silent'
  | 'cors'
  | 'preflight'
  | 'headers'
  | 'key'
  | 'key-missing'
  | 'key-unread'
  | 'unread'
  | 'path'
  | 'model-missing'
  | 'model-loading'
  | 'model-not-loaded'

const reach: Record<AddressSpace, number> = { public: 0, private: 1, loopback: 2 }
const isRead = (outcome: Outcome | undefined): outcome is number => typeof outcome === 'number'
const isGood = (outcome: Outcome | undefined) => isRead(outcome) && outcome < 300
const isRefusal = (outcome: Outcome | undefined) => outcome === 401 || outcome === 403

/** What keeps the browser from asking at all; then nothing is tried. */
export function blockedBy({ baseURL, page, secure, online, permission }: Findings): Cause | undefined {
  const target = new URL(baseURL)
  const from = new URL(page)
  const space = spaceOf(target.hostname)
  // A page from the disk counts as one of this computer.
  const own = from.protocol === 'file:' ? 'loopback' : spaceOf(from.hostname)
  if (!online && space !== 'loopback') return 'offline'
  const inward = reach[space] > reach[own]
  if (inward && permission !== undefined && permission !== 'granted')
    return secure ? 'permission' : 'insecure-page'
  if (permission === 'denied' && space !== 'public') return 'permission'
  const mixed = from.protocol === 'https:' && target.protocol === 'http:' && space !== 'loopback'
  // Who has been allowed into the own network may go there without https.
  return mixed && !(inward && permission === 'granted') ? 'mixed-content' : undefined
}

/** What to try next; undefined when enough is known. */
export function nextProbe(findings: Findings): Probe | undefined {
  const { tried, hasKey, hasHeaders, baseURL, page } = findings
  if (blockedBy(findings)) return undefined
  if (tried.plain === undefined) return 'plain'
  if (tried.plain === 'silence' || tried.opaque === 'silence') return undefined
  if (!isRead(tried.plain) && tried.opaque === undefined) return 'opaque'
  if (tried.opaque === 'nothing') {
    const { protocol, hostname } = new URL(baseURL)
    // From a page with https nothing is asked without it, but of this computer.
    const may =
      protocol === 'http:' || new URL(page).protocol !== 'https:' || spaceOf(hostname) === 'loopback'
    return may && tried.otherScheme === undefined ? 'otherScheme' : undefined
  }
  if (tried.preflight === undefined) return 'preflight'
  if ((hasKey || hasHeaders) && tried.asSent === undefined) return 'asSent'
  if (hasHeaders && tried.asSent !== undefined && !isRead(tried.asSent) && tried.keyAlone === undefined)
    return 'keyAlone'
  return undefined
}

/** The cause of a call without an answer, from what was found; `certain` if nothing else fits. */
export function diagnose(findings: Findings): { cause: Cause; certain: boolean } {
  const blocked = blockedBy(findings)
  if (blocked) return { cause: blocked, certain: findings.permission !== 'prompt' }
  const { tried, baseURL, hasKey, known, model, models } = findings
  const sure = (cause: Cause) => ({ cause, certain: true })
  const likely = (cause: Cause) => ({ cause, certain: false })
  const { protocol, port, hostname } = new URL(baseURL)
  if (tried.plain === 'silence' || tried.opaque === 'silence') return likely('silent')
  if (tried.opaque === 'nothing' && protocol === 'https:')
    // No page is told whether a certificate was refused or nothing listened. At its own port http is asked elsewhere.
    return likely(tried.otherScheme === 'something' && port ? 'http-only' : 'no-https')
  if (tried.otherScheme === 'something') return likely('scheme')
  if (tried.opaque === 'nothing') return likely(spaceOf(hostname) === 'loopback' ? 'refused' : 'not-found')
  const { plain, preflight, asSent = preflight, keyAlone } = tried
  if (!isRead(plain) && !isRead(preflight) && !isRead(asSent)) {
    // Providers that let pages call them leave the headers for it off their errors: that is how a wrong key looks.
    // A server of one's own lets in whom it is told to, whatever its kind does by itself.
    if (known?.letsPages && spaceOf(hostname) === 'public')
      return likely(hasKey ? 'key-unread' : known.needsKey ? 'key-missing' : 'unread')
    return likely('cors')
  }
  if (isRefusal(asSent)) return sure(hasKey ? 'key' : 'key-missing')
  if (isRead(keyAlone) && !isRead(asSent)) return sure('headers')
  if (isRead(plain) && !isRead(preflight)) return likely('preflight')
  if (!isRead(asSent)) return likely(hasKey ? 'key-unread' : 'preflight')
  if (findings.elsewhere !== undefined) return sure('path')
  if (isGood(asSent) && model !== undefined && models?.length && !models.includes(model))
    return likely('model-missing')
  return likely('unread')
}

const aboutModel =
  /\bmodels?\b[^.]*\b(?:not found|not exist|unknown|invalid|not available|not supported|no such)|(?:not found|no such|unknown|invalid|not a valid|unrecogni[sz]ed)[^.]*\bmodel\b/i

/** The cause of an answer that refuses or is none, where it may lie in the address or the model; else undefined. */
export function diagnoseAnswer(findings: Findings): { cause: Cause; certain: boolean } | undefined {
  const { error, elsewhere, model, models } = findings
  if (!error || !mayBeMended(error)) return undefined
  const { message, code, status } = error
  if (/\bloading model|model is (?:being )?load/i.test(message))
    return { cause: 'model-loading', certain: true }
  if (/no models? (?:is |are )?loaded|model (?:is )?not loaded/i.test(message))
    return { cause: 'model-not-loaded', certain: true }
  const isListed = model !== undefined && models?.includes(model)
  if (code === 'model_not_found' || aboutModel.test(message))
    return isListed ? undefined : { cause: 'model-missing', certain: true }
  if (elsewhere !== undefined) return { cause: 'path', certain: true }
  if (status === 404 && models?.length && model !== undefined && !isListed)
    return { cause: 'model-missing', certain: false }
  return undefined
}

/** Whether an answer is worth looking into: a page, a path that is not there, or words about the model. */
export const mayBeMended = ({ kind, status, code, message }: NonNullable<Findings['error']>): boolean =>
  kind === 'garbled' ||
  (kind === 'rejected' &&
    (status === 404 ||
      status === 405 ||
      code === 'model_not_found' ||
      aboutModel.test(message) ||
      /\bmodels?\b.*\bload|\bload\w*\b.*\bmodel/i.test(message)))
