import { useEffect, useState } from 'react'
import { type Outcome, useWaitUntil } from '../state/vault'
import { t } from '../words/rooms'

/** Tries something that a passphrase or a passkey opens: whether it is under way, and what went wrong, in a sentence. */
export function useAttempt(onDone: () => void) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const seconds = useSecondsLeft(useWaitUntil())
  const attempt = async (work: () => Promise<Outcome>) => {
    setBusy(true)
    setProblem(undefined)
    const outcome = await work()
    setBusy(false)
    if (outcome === 'ok') onDone()
    else setProblem(t.vault.faults[outcome])
    return outcome
  }
  return {
    attempt,
    busy: busy || seconds > 0,
    problem,
    setProblem,
    wait: seconds ? t.vault.wait(seconds) : '',
  }
}

function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, until - now)
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), left % 1000 || 1000)
    if (until <= Date.now()) clearTimeout(timer)
    return () => clearTimeout(timer)
  }, [until, left])
  return until > Date.now() ? Math.ceil(left / 1000) : 0
}
