import { useRef, useState } from 'react'
import { type Way, canUsePasskeys, passkeyAdded, passphraseSet, wayRemoved } from '../state/vault'
import { Button } from '../ui/Button'
import { shortMoment } from '../words/numbers'
import { t } from '../words/rooms'
import { Attempted } from './Attempted'
import { NewPassphrase, typedIn } from './NewPassphrase'
import { SecretField } from './SecretField'
import { useAttempt } from './useAttempt'

/** What opens the encrypted keys. Whoever adds or changes something has to open them once more for it. */
export function VaultWays({ ways }: { ways: readonly Way[] }) {
  const [form, setForm] = useState<'passphrase' | 'passkey'>()
  const hasPassphrase = ways.some(({ type }) => type === 'passphrase')
  const section = useRef<HTMLDivElement>(null)
  const done = () => {
    setForm(undefined)
    // What had the focus goes with the form.
    section.current?.focus()
  }
  return (
    <div ref={section} tabIndex={-1} className="flex flex-col gap-2 outline-none">
      <h4 className="font-medium">{t.vault.ways}</h4>
      <ul className="divide-y divide-line border-y border-line">
        {ways.map((way) => (
          <li key={way.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2">
            <span className="grow">
              {nameOf(way)}{' '}
              <span className="text-small text-faint">{t.vault.madeOn(shortMoment(way.made))}</span>
            </span>
            {way.type === 'passphrase' && (
              <Button onClick={() => setForm('passphrase')}>{t.vault.change}</Button>
            )}
            {ways.length > 1 && (
              <Button
                look="danger"
                aria-label={t.vault.removeWay(nameOf(way))}
                onClick={() => void wayRemoved(way.id)}
              >
                {t.vault.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!form && (
        <div className="flex flex-wrap gap-2">
          {!hasPassphrase && <Button onClick={() => setForm('passphrase')}>{t.vault.addPassphrase}</Button>}
          {canUsePasskeys() && <Button onClick={() => setForm('passkey')}>{t.vault.addPasskey}</Button>}
        </div>
      )}
      {form === 'passphrase' && (
        <fieldset className="flex flex-col gap-3 rounded-block border border-line p-3.5">
          <legend className="sr-only">
            {hasPassphrase ? t.vault.changePassphrase : t.vault.addPassphrase}
          </legend>
          {!hasPassphrase && <p className="max-w-prose text-small text-soft">{t.vault.confirmByPasskey}</p>}
          <NewPassphrase
            asksCurrent={hasPassphrase}
            submit={t.vault.save}
            onSubmit={(passphrase, current) =>
              passphraseSet(hasPassphrase ? { passphrase: current } : 'passkey', passphrase)
            }
            onDone={done}
            onCancel={done}
          />
        </fieldset>
      )}
      {form === 'passkey' && <NewPasskey asksPassphrase={hasPassphrase} onDone={done} />}
    </div>
  )
}

const nameOf = ({ type }: Way) => (type === 'passphrase' ? t.vault.wayPassphrase : t.vault.wayPasskey)

function NewPasskey({ asksPassphrase, onDone }: { asksPassphrase: boolean; onDone: () => void }) {
  const { attempt, busy, problem, wait } = useAttempt(onDone)
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        const passphrase = typedIn(event.currentTarget, 'current')
        if (!busy) void attempt(() => passkeyAdded(asksPassphrase ? { passphrase } : 'passkey'))
      }}
      className="flex flex-col gap-3 rounded-block border border-line p-3.5"
    >
      <p className="max-w-prose text-small text-soft">{t.vault.addPasskeyHint}</p>
      {asksPassphrase && <SecretField name="current" label={t.vault.current} />}
      <Attempted problem={problem} wait={wait} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" aria-disabled={busy} className="aria-disabled:opacity-60">
          {t.vault.addPasskey}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t.vault.cancel}
        </Button>
      </div>
    </form>
  )
}
