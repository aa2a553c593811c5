import { lockedKeysRemoved } from '../state/encryptKeys'
import { canUsePasskeys, vaultOpened } from '../state/vault'
import { useVault } from '../state/vaultStatus'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { Attempted } from './Attempted'
import { typedIn } from './NewPassphrase'
import { SecretField } from './SecretField'
import { useAttempt } from './useAttempt'

interface Props {
  /** The name of the endpoint whose key is needed. */
  endpoint: string | undefined
  onDone: (opened: boolean) => void
}

/** Where the keys are unlocked, or given up. */
export function OpenVault({ endpoint, onDone }: Props) {
  const { attempt, busy, problem, wait } = useAttempt(() => onDone(true))
  const ways = useVault().vault?.ways ?? []
  const has = (type: (typeof ways)[number]['type']) => ways.some((way) => way.type === type)
  const removed = async () => {
    if (!confirm(t.vault.removeAsk)) return
    await lockedKeysRemoved()
    onDone(false)
  }
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        if (busy) return
        if (!has('passphrase')) void attempt(() => vaultOpened('passkey'))
        else void attempt(() => vaultOpened({ passphrase: typedIn(form, 'passphrase') }))
      }}
      className="flex flex-col gap-4"
    >
      <p className="max-w-prose text-soft">
        {endpoint && `${t.vault.openFor(endpoint)} `}
        {t.vault.openAll}
      </p>
      {has('passphrase') && <SecretField name="passphrase" label={t.vault.passphrase} />}
      <Attempted problem={problem} wait={wait} />
      <div className="flex flex-wrap gap-2">
        {has('passphrase') && (
          <Button type="submit" look="primary" aria-disabled={busy} className="aria-disabled:opacity-60">
            {t.vault.unlock}
          </Button>
        )}
        {has('passkey') && canUsePasskeys() && (
          <Button
            look={has('passphrase') ? 'chip' : 'primary'}
            aria-disabled={busy}
            className="aria-disabled:opacity-60"
            onClick={() => void (busy || attempt(() => vaultOpened('passkey')))}
          >
            {t.vault.byPasskey}
          </Button>
        )}
        <Button look="plain" onClick={() => onDone(false)}>
          {t.vault.cancel}
        </Button>
      </div>
      <details className="text-small">
        <summary className="text-soft">{t.vault.forgotten}</summary>
        <p className="my-2 max-w-prose text-soft">{t.vault.forgottenHint}</p>
        <Button look="danger" onClick={() => void removed()}>
          {t.vault.removeLocked}
        </Button>
      </details>
    </form>
  )
}
