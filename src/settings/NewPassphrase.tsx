import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type Outcome, guessesFor } from '../state/vault'
import { Button } from '../ui/Button'
import { rough } from '../words/numbers'
import { t } from '../words/rooms'
import { Attempted } from './Attempted'
import { SecretField } from './SecretField'
import { useAttempt } from './useAttempt'

/** Fewer characters are guessed at once. */
const least = 8

interface Props {
  /** Whether the one that opens the keys now has to be typed as well. */
  asksCurrent?: boolean
  submit: string
  onSubmit: (passphrase: string, current: string) => Promise<Outcome>
  onDone: () => void
  onCancel: () => void
  /** Another way, beside the button. */
  other?: (attempt: (work: () => Promise<Outcome>) => void, busy: boolean) => ReactNode
}

/** Where a passphrase is chosen, typed twice. */
export function NewPassphrase({ asksCurrent = false, submit, onSubmit, onDone, onCancel, other }: Props) {
  const { attempt, busy, problem, setProblem, wait } = useAttempt(onDone)
  const form = useRef<HTMLFormElement>(null)
  // What it is worth, and not what it is.
  const [worth, setWorth] = useState<ReturnType<typeof guessesFor>>()
  const hint = useId()
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={form}
      noValidate
      autoComplete="off"
      onInput={({ currentTarget }) => {
        const chosen = typedIn(currentTarget, 'chosen')
        setWorth(chosen ? guessesFor(chosen) : undefined)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        const { currentTarget: fields } = event
        if (busy) return
        const [current, chosen, repeated] = ['current', 'chosen', 'repeated'].map((name) =>
          typedIn(fields, name),
        )
        if (chosen!.length < least) setProblem(t.vault.short(least))
        else if (chosen !== repeated) setProblem(t.vault.differs)
        else
          void attempt(async () => {
            const outcome = await onSubmit(chosen!, current!)
            if (outcome === 'ok') fields.reset()
            return outcome
          })
      }}
      className="flex flex-col gap-3"
    >
      {asksCurrent && <SecretField name="current" label={t.vault.current} />}
      <SecretField name="chosen" label={t.vault.newPassphrase} describedBy={worth && hint} />
      {worth && (
        <p
          id={hint}
          data-part="worth"
          className={`max-w-prose text-small ${worth.strength === 'weak' ? 'text-warn' : 'text-soft'}`}
        >
          {t.vault.worth[worth.strength](rough(worth.guesses))}
        </p>
      )}
      <SecretField name="repeated" label={t.vault.repeat} />
      <Attempted problem={problem} wait={wait} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" aria-disabled={busy} className="aria-disabled:opacity-60">
          {submit}
        </Button>
        {other?.((work) => void (busy || attempt(work)), busy)}
        <Button look="plain" onClick={onCancel}>
          {t.vault.cancel}
        </Button>
      </div>
    </form>
  )
}

/** What stands in a field of a form; '' where there is no such field. */
export function typedIn(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field.value : ''
}
