import { useEffect, useState } from 'react'
import {
  type Cause,
  diagnose,
  diagnoseAnswer,
  type Findings,
  mayBeMended,
  type Outcome,
} from '../api/diagnose'
import { type Endpoint, isBuiltIn, originOf } from '../api/endpoint'
import { nearNames } from '../api/nearNames'
import { remedyFor, type Step } from '../api/remedies'
import { lookAround, otherScheme, runProbes, type Trial } from '../api/runProbes'
import { presetAt, type ServerKind, serverKind, spaceOf } from '../api/serverKind'
import type { ErrorRecord } from '../protocol/ChatError'
import { isAboutKey, keyFor } from './keys'

export type { Cause, Outcome, ServerKind, Step, Trial }
export type { System } from '../api/remedies'
export { addressWithoutSecrets } from '../protocol/secrets'

/** Why a call failed, how that was found out, and what to do. */
export interface Diagnosis {
  cause: Cause
  certain: boolean
  /** Host and port of the endpoint. */
  host: string
  server: ServerKind | undefined
  online: boolean
  permission: PermissionState | undefined
  trials: Trial[]
  steps: Step[]
  /** The address that the endpoint should have. */
  address?: string
  /** Names of models near the one that is missing. */
  models?: string[]
}

export interface Failure {
  endpoint: Endpoint
  error: Pick<ErrorRecord, 'kind' | 'status' | 'code' | 'message'>
  model?: string | undefined
}

/** Whether anything can be found out about an error by asking the endpoint. */
export const canBeExamined = ({ endpoint, error }: Failure): boolean =>
  !isBuiltIn(endpoint) &&
  originOf(endpoint) !== null &&
  !isAboutKey(error.code) &&
  (error.kind === 'unreachable' || mayBeMended(error))

/** Finds out why a call failed; undefined where nothing is known that the error does not say itself. */
export async function examine(failure: Failure, signal: AbortSignal): Promise<Diagnosis | undefined> {
  const { endpoint, error, model } = failure
  // Nobody is asked to unlock it: what failed was sent, or it would not be looked into.
  const key = await keyFor(endpoint, false)
  const { hostname, host } = new URL(endpoint.baseURL)
  const preset = presetAt(endpoint)
  const begun: Findings = {
    baseURL: endpoint.baseURL,
    page: location.href,
    secure: isSecureContext,
    online: navigator.onLine,
    permission: await networkPermission(hostname),
    hasKey: key !== undefined,
    hasHeaders: endpoint.headers.length > 0,
    known: preset && { needsKey: preset.needsKey === 'yes', letsPages: preset.browser === 'yes' },
    tried: {},
    model,
    error,
  }
  const call = { endpoint, key, signal }
  const isSilent = error.kind === 'unreachable'
  const { findings, trials } = await (isSilent ? runProbes(begun, call) : lookAround(begun, call))
  const found = isSilent ? diagnose(findings) : diagnoseAnswer(findings)
  if (!found) return undefined
  const server = serverKind(endpoint)
  const about = { server, baseURL: endpoint.baseURL, origin: location.origin, model }
  return {
    ...found,
    host,
    server,
    online: begun.online,
    permission: begun.permission,
    trials,
    steps: remedyFor(found.cause, about),
    ...(found.cause === 'path' && findings.elsewhere !== undefined && { address: findings.elsewhere }),
    ...(mayTurn(found.cause, hostname) && { address: otherScheme(endpoint.baseURL) }),
    ...(found.cause === 'model-missing' && { models: nearNames(model ?? '', findings.models ?? []) }),
  }
}

/** Without https nobody is sent into the open, where everybody on the way could read along. */
const mayTurn = (cause: Cause, hostname: string) =>
  cause === 'scheme' || (cause === 'http-only' && spaceOf(hostname) !== 'public')

/** What Chrome says of calls into the reader's own network, by the names that its versions gave the permission. */
async function networkPermission(hostname: string): Promise<PermissionState | undefined> {
  const space = spaceOf(hostname)
  if (space === 'public') return undefined
  const isOwnPage = location.protocol === 'file:' || spaceOf(location.hostname) === 'loopback'
  for (const name of [space === 'loopback' ? 'loopback-network' : 'local-network', 'local-network-access']) {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- names that TypeScript does not know yet
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      // A page of this computer need not be allowed to call it; it can only be forbidden to.
      return state === 'prompt' && isOwnPage ? undefined : state
    } catch {
      // This browser knows no such permission.
    }
  }
  return undefined
}

/** What has been found out, by the run that failed: a message that is shown again is not examined again. */
const known = new Map<string, Diagnosis | null>()

export type Examined = { state: 'idle' | 'looking' } | { state: 'known'; diagnosis: Diagnosis | null }

/**
 * Examines a failure: at once where `unasked`, else when `look` is called.
 *
 * @param id a name for the failure, by which its diagnosis is remembered
 */
export function useDiagnosis(id: string, failure: Failure, unasked: boolean) {
  const [examined, setExamined] = useState<Examined>(() => {
    const diagnosis = known.get(id)
    return diagnosis === undefined ? { state: unasked ? 'looking' : 'idle' } : { state: 'known', diagnosis }
  })
  const [times, setTimes] = useState(0)
  const isLooking = examined.state === 'looking'
  useEffect(() => {
    if (!isLooking) return undefined
    const gone = new AbortController()
    const run = async () => {
      const diagnosis = (await examine(failure, gone.signal).catch(() => undefined)) ?? null
      if (gone.signal.aborted) return
      known.set(id, diagnosis)
      setExamined({ state: 'known', diagnosis })
    }
    void run()
    return () => gone.abort()
    // oxlint-disable-next-line react/exhaustive-deps -- a failure is what it was when the looking began
  }, [id, isLooking, times])
  const look = () => {
    setTimes(times + 1)
    setExamined({ state: 'looking' })
  }
  return [examined, look] as const
}
