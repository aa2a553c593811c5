import { useId } from 'react'
import { canSeal, guessesFor } from '../state/share'
import { wideField } from '../ui/fieldLook'
import { rough } from '../words/numbers'
import { t } from '../words/rooms'

interface Props {
  passphrase: string
  onChange: (passphrase: string) => void
}

/** Where the passphrase of a link is chosen, and what it is worth against whoever has the link and tries. */
export function SharePassphrase({ passphrase, onChange }: Props) {
  const [id, hint] = [useId(), useId()]
  const secure = canSeal()
  const isSaid = passphrase !== '' || !secure
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-soft">
        {t.sharing.passphrase} <span className="text-small text-faint">{t.sharing.passphraseHint}</span>
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        disabled={!secure}
        aria-describedby={isSaid ? hint : undefined}
        value={passphrase}
        onChange={({ target }) => onChange(target.value)}
        className={`${wideField} max-w-lg text-chrome`}
      />
      {isSaid && (
        <div id={hint} className="flex max-w-prose flex-col gap-1 text-small text-soft">
          {secure ? (
            <>
              <Worth passphrase={passphrase} />
              <p>{t.sharing.sealedNote}</p>
            </>
          ) : (
            <p>{t.sharing.notSecure}</p>
          )}
        </div>
      )}
    </div>
  )
}

function Worth({ passphrase }: { passphrase: string }) {
  const { guesses, strength } = guessesFor(passphrase)
  return (
    <p data-part="worth" className={strength === 'weak' ? 'text-warn' : undefined}>
      {t.sharing.worth[strength](rough(guesses))}
    </p>
  )
}
