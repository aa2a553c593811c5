import { announce } from '../state/notices'
import { Button } from '../ui/Button'
import { useCopy } from '../ui/useCopy'
import { t } from '../words/rooms'

const words = { none: t.message.copy, copied: t.message.copied, failed: t.message.copyFailed }

/** Copies a text, and says on itself how that went. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [outcome, copy] = useCopy(() => announce('copied'))
  return (
    <Button look="plain" aria-label={outcome === 'none' ? label : undefined} onClick={() => copy(text)}>
      {words[outcome]}
    </Button>
  )
}
