import { useEffect, useRef, useState } from 'react'
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
  return <Refused link={link} />
}

type Refusal = Extract<SharedLink, { status: 'refused' }>

function Refused({ link: { kind, have, want } }: { link: Refusal }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <div data-part="fault" className="m-auto max-w-prose px-6">
      <h2
        ref={title}
        tabIndex={-1}
        aria-describedby="link-fault"
        className="text-text font-semibold outline-none"
      >
        {t.sharing.faultTitle}
      </h2>
      <p id="link-fault" className="mt-1 text-chrome text-soft">
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
  const [shown, setShown] = useState(false)
  return (
    <form
      className="m-auto w-full max-w-lg px-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (!trying) void passphraseGiven(passphrase)
      }}
    >
      <h2 className="text-text font-semibold">{t.sharing.asks}</h2>
      <p id="passphrase-hint" className="mt-1 text-chrome text-soft">
        {t.sharing.asksHint}
      </p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <input
          type={shown ? 'text' : 'password'}
          aria-label={t.sharing.passphrase}
          aria-describedby={wrong ? 'passphrase-wrong' : 'passphrase-hint'}
          aria-invalid={wrong || undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          // It is all there is to do here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={passphrase}
          onChange={({ target }) => setPassphrase(target.value)}
          className={`grow basis-40 text-text ${fieldLook}`}
        />
        <Button
          className="min-h-8!"
          aria-label={shown ? t.sharing.hideLabel : t.sharing.showLabel}
          onClick={() => setShown(!shown)}
        >
          {shown ? t.sharing.hide : t.sharing.show}
        </Button>
        <Button
          look="primary"
          type="submit"
          className="min-h-8! aria-disabled:opacity-60 phone:w-full"
          disabled={!passphrase}
          // The focus stays where it is while it is tried.
          aria-disabled={trying}
        >
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
