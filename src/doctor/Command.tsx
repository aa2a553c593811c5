import { announce } from '../state/notices'
import { Button } from '../ui/Button'
import { useCopy } from '../ui/useCopy'
import { t } from '../words/rooms'

const said = { none: t.doctor.copy, copied: t.doctor.copied, failed: t.doctor.copyFailed }

/** A command to be copied; `about` says what for. */
export function Command({ text, about }: { text: string; about: string }) {
  const [outcome, copy] = useCopy(() => announce('copied'))
  return (
    <div className="mt-1 flex items-start gap-2 rounded-chip bg-code px-2.5 py-1.5">
      <code className="min-w-0 grow font-mono text-small whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text}
      </code>
      <Button
        look="plain"
        aria-label={outcome === 'none' ? t.doctor.copyCommand(about) : undefined}
        onClick={() => copy(text)}
      >
        {said[outcome]}
      </Button>
    </div>
  )
}
