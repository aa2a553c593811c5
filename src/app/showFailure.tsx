import { Button } from '../ui/Button'
import type { Failure } from '../ui/ErrorBoundary'
import { t } from '../words/t'

const looks = {
  pane: 'flex grow flex-col items-start justify-center gap-3 p-6 text-chrome',
  line: 'flex min-w-0 items-center gap-1.5 text-small text-warn',
  over: 'fixed inset-x-3 top-14 z-20 mx-auto flex max-w-lg flex-col items-start gap-2 rounded-field border border-line bg-raised p-3.5 text-chrome shadow-float',
}

/** What stands in the place of a part that has failed, with the way to what is kept. In a line there is room for the least of it. */
export function showFailure({ error, place, again, onClose }: Failure) {
  const inLine = place === 'line'
  return (
    <div role="alert" title={inLine ? error.message : undefined} className={looks[place]}>
      <p className={inLine ? 'truncate phone:sr-only' : ''}>{inLine ? t.app.partFailed : t.app.paneFailed}</p>
      {!inLine && <p className="font-mono text-small [overflow-wrap:anywhere] text-warn">{error.message}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={again}>{t.app.tryAgain}</Button>
        {!inLine && <Button onClick={() => location.reload()}>{t.app.reload}</Button>}
        {!inLine && (
          <a href="#/recovery" className="px-1.5 text-small text-accent underline underline-offset-2">
            {t.app.recovery}
          </a>
        )}
        {onClose && <Button onClick={onClose}>{t.app.close}</Button>}
      </div>
    </div>
  )
}
