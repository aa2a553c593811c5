import { useState } from 'react'
import { type SharedLink, passphraseGiven } from '../state/sharedLink'
import { Button } from '../ui/Button'
import { fieldLook } from '../ui/fieldLook'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

/** What stands in the place of a conversation that is not open: it is being read, locked, or cannot be opened. */
export function SharedGate({ link }: { link: Exclude<SharedLink, { status: 'open' }> }) {
  if (link.status === 'reading')
    return (
      <p aria-busy="true" className="m-auto text-chrome text-soft">
        {t.sharing.reading}
      </p>
    )
  if (link.status === 'sealed') return <Locked wrong={link.wrong} trying={link.trying} />
  const { kind, have, want } = link
  return (
    <div role="alert" className="m-auto max-w-prose px-6">
      <h2 className="text-text font-semibold">{t.sharing.faultTitle}</h2>
      <p className="mt-1 text-chrome text-soft">
        {kind === 'cut' ? t.sharing.faults.cut(count(have), want ? count(want) : '') : t.sharing.faults[kind]}
      </p>
      <p className="mt-2.5">
        <a href="#/" className="text-chrome text-accent underline underline-offset-2">
          {t.sharing.home}
        </a>
      </p>
    </div>
  )
}

function Locked({ wrong, trying }: { wrong: boolean; trying: boolean }) {
  const [passphrase, setPassphrase] = useState('')
  return (
    <form
      className="m-auto w-full max-w-lg px-6"
      onSubmit={(event) => {
        event.preventDefault()
        void passphraseGiven(passphrase)
      }}
    >
      <h2 className="text-text font-semibold">{t.sharing.asks}</h2>
      <p id="passphrase-hint" className="mt-1 text-chrome text-soft">
        {t.sharing.asksHint}
      </p>
      <div className="mt-2.5 flex gap-2">
        <input
          type="password"
          aria-label={t.sharing.passphrase}
          aria-describedby={wrong ? 'passphrase-wrong' : 'passphrase-hint'}
          aria-invalid={wrong || undefined}
          autoComplete="off"
          // It is all there is to do here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={passphrase}
          onChange={({ target }) => setPassphrase(target.value)}
          className={`grow text-text ${fieldLook}`}
        />
        <Button look="primary" type="submit" className="min-h-8!" disabled={!passphrase || trying}>
          {trying ? t.sharing.unlocking : t.sharing.unlock}
        </Button>
      </div>
      {wrong && (
        <p id="passphrase-wrong" role="alert" className="mt-2 text-chrome text-warn">
          {t.sharing.wrong}
        </p>
      )}
    </form>
  )
}
