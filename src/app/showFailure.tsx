import { Button } from '../ui/Button'
import type { Failure } from '../ui/ErrorBoundary'
import { t } from '../words/t'

const looks = {
  pane: 'flex grow flex-col items-start justify-center gap-3 p-6 text-chrome',
  line: 'flex min-w-0 items-center gap-1.5 text-small text-warn',
  over: 'fixed inset-x-3 top-14 z-20 mx-auto flex max-w-lg flex-col items-start gap-2 rounded-field border border-line bg-raised p-3.5 text-chrome shadow-float',
}

/** What stands in the place of a part that has failed. In a line there is room for the least of it. */
export function showFailure({ error, place, again, onClose }: Failure) {
  const inLine = place === 'line'
  return (
    <div role="alert" title={inLine ? error.message : undefined} className={looks[place]}>
      <p className={inLine ? 'truncate phone:sr-only' : ''}>{inLine ? t.app.partFailed : t.app.paneFailed}</p>
      {!inLine && <p className="font-mono text-small [overflow-wrap:anywhere] text-warn">{error.message}</p>}
      <div className="flex gap-2">
        <Button onClick={again}>{t.app.tryAgain}</Button>
        {onClose && <Button onClick={onClose}>{t.app.close}</Button>}
      </div>
    </div>
  )
}
