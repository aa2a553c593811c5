import { useState } from 'react'
import { type Outcome, useWaitUntil } from '../state/vault'
import { useSecondsLeft } from '../ui/useSecondsLeft'
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
