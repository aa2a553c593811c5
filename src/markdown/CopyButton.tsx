import { use } from 'react'
import { useCopy } from '../ui/useCopy'
import { LabelsContext } from './labels'

interface CopyButtonProps {
  read: () => string
  /** Instead of *Copy*; then `name` says in full what it does. */
  words?: string
  name?: string
}

/** Copies what it reads when it is pressed, and says so. */
export function CopyButton({ read, words, name }: CopyButtonProps) {
  const labels = use(LabelsContext)
  const [outcome, copy] = useCopy()
  const shown = { none: words ?? labels.copy, copied: labels.copied, failed: labels.copyFailed }
  return (
    <button
      type="button"
      data-outcome={outcome}
      title={name}
      aria-label={outcome === 'none' ? name : undefined}
      onClick={() => copy(read())}
    >
      <span aria-live="polite">{shown[outcome]}</span>
    </button>
  )
}
