import { useSecondsLeft } from '../ui/useSecondsLeft'
import { t } from '../words/rooms'

/**
 * How long it is until a moment; nothing once that has passed. Who reads by ear is not told each second: a timer is no
 * live region.
 */
export function Countdown({ until, words }: { until: number; words: (time: string) => string }) {
  const left = useSecondsLeft(until)
  if (!left) return null
  return (
    <span role="timer" aria-live="off" className="tabular text-small text-soft">
      {words(left > 120 ? t.errors.minutes(Math.ceil(left / 60)) : t.errors.seconds(left))}
    </span>
  )
}
