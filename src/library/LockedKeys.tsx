import { vaultReady } from '../state/keys'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** Nothing is given away while it cannot be seen whether a key is in it. */
export const LockedKeys = () => (
  <div className="flex flex-col items-start gap-2">
    <p className="max-w-prose text-warn">{t.vault.shareLocked}</p>
    <Button onClick={() => void vaultReady()}>{t.vault.unlock}</Button>
  </div>
)
