import { temporaryChosen } from '../state/beTemporary'
import { useIsTemporary } from '../state/temporary'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** Whether the conversation that begins on the start page is to be kept nowhere. */
export function TemporaryToggle() {
  const isNext = useIsTemporary(null)
  return (
    <Button
      look="plain"
      aria-pressed={isNext}
      aria-label={t.temporary.begin}
      title={t.temporary.begin}
      className="aria-pressed:bg-accent-wash aria-pressed:text-accent"
      onClick={() => {
        temporaryChosen(!isNext)
        document.getElementById('composer')?.focus()
      }}
    >
      {/* Not among the icons, which are part of the first load. */}
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        className="size-4 shrink-0 fill-none stroke-current"
        strokeWidth={1.5}
        strokeLinecap="round"
      >
        <circle cx="8" cy="8" r="5.75" strokeDasharray="2.4 2.1" />
        <path d="M8 5v3.2l2 1.3" strokeLinejoin="round" />
      </svg>
    </Button>
  )
}
