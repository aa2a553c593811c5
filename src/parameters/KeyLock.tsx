import type { Endpoint } from '../state/endpoints'
import { keyReady, useKeyPlace, useKeyState } from '../state/keys'
import { vaultLocked } from '../state/vaultStatus'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** Whether the encrypted key of an endpoint is locked, and the way to change that. */
export function KeyLock({ endpoint }: { endpoint: Endpoint }) {
  const isLocked = useKeyState(endpoint) === 'locked'
  if (useKeyPlace(endpoint) !== 'vault') return null
  return (
    <div className="flex items-center gap-2 pt-1 text-small text-soft">
      <span className="grow">{isLocked ? t.vault.keyLocked : t.vault.keyOpen}</span>
      {isLocked ? (
        <Button onClick={() => void keyReady(endpoint)}>{t.vault.unlock}</Button>
      ) : (
        <Button title={t.vault.lockTitle} onClick={() => vaultLocked()}>
          {t.vault.lock}
        </Button>
      )}
    </div>
  )
}
