import { useId, useState } from 'react'
import { keysDecrypted, keysEncrypted, lockedKeysRemoved } from '../state/encryptKeys'
import { useKeyCounts, vaultReady } from '../state/keys'
import { canEncrypt, lockingChosen } from '../state/vault'
import { useVault, vaultLocked } from '../state/vaultStatus'
import { Button } from '../ui/Button'
import { Switch } from '../ui/Switch'
import { t } from '../words/rooms'
import { NumberSetting } from './NumberSetting'
import { VaultWays } from './VaultWays'

/** The encrypted keys: whether they are locked, what opens them, and when they lock by themselves. */
export function Vault() {
  const { vault, isOpen } = useVault()
  const counts = useKeyCounts()
  const [problem, setProblem] = useState<string>()
  if (!canEncrypt()) return <p className="max-w-prose text-soft">{t.vault.noEncryption}</p>
  const attempt = async (work: () => Promise<unknown>, words: string) => {
    setProblem(undefined)
    await work().catch(() => setProblem(words))
  }
  const decrypt = () => {
    if (confirm(t.vault.decryptAsk)) void attempt(keysDecrypted, t.vault.faults.altered)
  }
  const remove = () => {
    if (confirm(t.vault.removeAsk)) void attempt(lockedKeysRemoved, t.vault.faults.failed)
  }
  const encrypt = () => void attempt(keysEncrypted, t.vault.faults.failed)
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="max-w-prose text-soft">
        {t.vault.state[vault ? (isOpen ? 'open' : 'locked') : 'none']}{' '}
        {t.vault.counts(counts.vault, counts.device)}
      </p>
      <div className="flex flex-wrap gap-2">
        {!vault && <Button onClick={encrypt}>{t.vault.encrypt}</Button>}
        {vault && isOpen && (
          <Button title={t.vault.lockTitle} onClick={() => vaultLocked()}>
            {t.vault.lock}
          </Button>
        )}
        {vault && !isOpen && <Button onClick={() => void vaultReady()}>{t.vault.unlock}</Button>}
        {vault && counts.device > 0 && <Button onClick={encrypt}>{t.vault.encryptOthers}</Button>}
        {vault && (
          <>
            <Button onClick={decrypt}>{t.vault.decrypt}</Button>
            {!isOpen && (
              <Button look="danger" onClick={remove}>
                {t.vault.removeLocked}
              </Button>
            )}
          </>
        )}
      </div>
      {problem && (
        <p role="alert" className="text-small text-warn">
          {problem}
        </p>
      )}
      {vault && <AutoLock minutes={vault.lockMinutes} hidden={vault.lockHidden} />}
      {vault && <VaultWays ways={vault.ways} />}
    </div>
  )
}

function AutoLock({ minutes, hidden }: { minutes: number; hidden: boolean }) {
  const label = useId()
  return (
    <>
      <NumberSetting
        label={t.vault.autoLock}
        unit={t.vault.autoLockUnit}
        value={minutes}
        max={1440}
        onChange={(lockMinutes) => void lockingChosen({ lockMinutes })}
      />
      <div className="flex items-center gap-2">
        <Switch labelledBy={label} on={hidden} onChange={(on) => void lockingChosen({ lockHidden: on })} />
        <span id={label} className="text-soft">
          {t.vault.lockHidden}
        </span>
      </div>
    </>
  )
}
