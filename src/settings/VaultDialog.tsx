import { useEffect, useRef } from 'react'
import { canUsePasskeys, vaultMade } from '../state/vault'
import type { VaultWanted } from '../state/vaultWanted'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { t } from '../words/rooms'
import { NewPassphrase } from './NewPassphrase'
import { OpenVault } from './OpenVault'

/** Over everything: the keys are to be unlocked, or encrypted for the first time. */
export function VaultDialog({ how, endpoint, done }: VaultWanted) {
  const content = useRef<HTMLDivElement>(null)
  const cancel = () => done(false)
  // The dialog is open by now, and has given the focus to its first button.
  useEffect(() => content.current?.querySelector<HTMLElement>('input, form button')?.focus(), [])
  return (
    <Dialog
      title={how === 'open' ? t.vault.openTitle : t.vault.makeTitle}
      close={t.vault.close}
      onClose={cancel}
    >
      <div ref={content} className="flex flex-col gap-4 p-5 text-chrome phone:p-4">
        {how === 'open' ? (
          <OpenVault endpoint={endpoint} onDone={done} />
        ) : (
          <>
            <p className="max-w-prose text-soft">{t.vault.makeHint}</p>
            <NewPassphrase
              submit={t.vault.make}
              onSubmit={(passphrase) => vaultMade({ passphrase })}
              onDone={() => done(true)}
              onCancel={cancel}
              other={(attempt, busy) =>
                canUsePasskeys() && (
                  <Button
                    aria-disabled={busy}
                    className="aria-disabled:opacity-60"
                    onClick={() => attempt(() => vaultMade('passkey'))}
                  >
                    {t.vault.makePasskey}
                  </Button>
                )
              }
            />
          </>
        )}
      </div>
    </Dialog>
  )
}
