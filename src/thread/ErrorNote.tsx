import type { ReactNode } from 'react'
import type { RunFacts } from '../conversation/Message'
import type { ErrorRecord } from '../protocol/ChatError'
import { isAboutKey } from '../state/keys'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { Countdown } from './Countdown'

interface Props {
  error: ErrorRecord
  run: RunFacts
  /** Whether something had come before. */
  kept: boolean
  /** Asks again with so many requests of one choice each. */
  onSendApart: (requests: number) => void
  /** Another way, for an error of its own kind. */
  offer?: ReactNode
  actions: ReactNode
}

/** What went wrong, in a sentence; what the server said about it; what to do. */
export function ErrorNote({ error, run, kept, onSendApart, offer, actions }: Props) {
  const facts = factsOf(error)
  const apart = refusesChoices(error, run) ? (run.parameters.n ?? 1) : 1
  return (
    <div role="alert" data-part="error" className="mt-2 rounded-block bg-warn-wash px-3.5 py-3 text-chrome">
      <p className="font-semibold text-warn">{t.errors.title[error.kind]}</p>
      {[...sentencesOf(error, run.endpoint), ...(kept ? [t.errors.kept] : [])].map((sentence) => (
        <p key={sentence} dir="auto" className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
          {sentence}
        </p>
      ))}
      {facts.length > 0 && (
        <dl className="mt-2 flex flex-wrap gap-x-4 gap-y-1 font-mono text-tiny text-soft">
          {facts.map(([name, value]) => (
            <div key={name} className="flex gap-1.5">
              <dt>{name}</dt>
              <dd className="text-ink [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {error.excerpt && (
        <details className="mt-2 text-small">
          <summary className="text-soft">{t.errors.details}</summary>
          <pre className="mt-1 max-h-60 overflow-auto font-mono text-tiny whitespace-pre-wrap [overflow-wrap:anywhere]">
            {error.excerpt}
          </pre>
        </details>
      )}
      {offer}
      {apart > 1 && <p className="mt-2">{t.errors.choicesRefused(apart)}</p>}
      <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {apart > 1 && <Button onClick={() => onSendApart(apart)}>{t.errors.sendApart(apart)}</Button>}
        {actions}
        {error.retryAfter !== undefined && run.ended !== undefined && (
          <Countdown until={run.ended + error.retryAfter * 1000} words={t.errors.waitLeft} />
        )}
      </div>
    </div>
  )
}

/** Whether it may have been `n` that the server refused; llama.cpp says so with a 500. */
const refusesChoices = ({ kind, param, status, message }: ErrorRecord, { parameters }: RunFacts) =>
  kind === 'rejected' &&
  (parameters.n ?? 1) > 1 &&
  (param === 'n' || /\bchoices?\b|\bn\b/i.test(message) || (status ?? 0) >= 500)

function sentencesOf(error: ErrorRecord, endpoint: string): string[] {
  const { kind, message, status, code, seconds, retryAfter } = error
  if (kind === 'unreachable' && isAboutKey(code)) return [t.errors.keys[code]]
  if (kind === 'unreachable') return endpoint ? [t.errors.unreachable(endpoint)] : [t.errors.noEndpoint]
  if (kind === 'stalled') return [t.errors.stalled(seconds ?? 0)]
  if (kind === 'cut-off') return [t.errors.cutOff]
  if (kind === 'garbled') return [message]
  const advice =
    status === 401 || status === 403 ? t.errors.unauthorized : status === 404 ? t.errors.notFound : undefined
  return [
    message,
    ...(retryAfter === undefined ? [] : [t.errors.retryAfter(Math.ceil(retryAfter))]),
    ...(advice ? [advice] : []),
  ]
}

function factsOf({ status, code, type, param, requestId }: ErrorRecord): [string, string][] {
  const facts: [string, string | undefined][] = [
    [t.errors.status, status?.toString()],
    ['type', type],
    ['code', code],
    ['param', param],
    [t.errors.requestId, requestId],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}
