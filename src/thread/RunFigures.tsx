import { useId, useState } from 'react'
import type { Message, RunFacts } from '../conversation/Message'
import { useRunCost } from '../state/prices'
import { readUsage } from '../state/usage'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { lazyPart } from '../ui/lazyPart'
import { count, dollars, rate, seconds } from '../words/numbers'
import { t } from '../words/rooms'
import { runSpeed } from './runSpeed'

const RunDetails = lazyPart(() => import('./RunDetails').then((part) => part.RunDetails))

/** Quiet figures: the model, the tokens, the times, the cost. Only what is known; nothing is estimated here. */
export function RunFigures({ message, run }: { message: Message; run: RunFacts }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { total } = useRunCost(run)
  const { firstToken, inAll, perSecond } = runSpeed(run)
  const figures = [
    tokensOf(run),
    firstToken === undefined
      ? inAll === undefined
        ? undefined
        : t.message.took(seconds(inAll))
      : t.message.firstToken(seconds(firstToken)),
    perSecond === undefined ? undefined : t.message.rate(rate(perSecond)),
    total === undefined ? undefined : dollars(total),
    message.finish_reason && message.finish_reason !== 'stop' ? message.finish_reason : undefined,
  ]
  return (
    <>
      <Button
        look="plain"
        // First in its row: what can be done with a message lies over the end of it.
        className="-ms-1.5 min-h-6! min-w-0 shrink! gap-0.5! font-medium"
        aria-label={t.message.detailsOf(run.model ?? '', t.roles.names[message.role])}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="right" className={`size-3.5 text-faint ${open ? 'rotate-90' : 'rtl:rotate-180'}`} />
        <span className="text-start [overflow-wrap:anywhere] whitespace-normal">
          {run.model ?? t.message.details}
        </span>
      </Button>
      {figures.filter(Boolean).map((figure) => (
        <span key={figure} className="tabular">
          {figure}
        </span>
      ))}
      {open && (
        <div id={id} data-part="details" className="basis-full select-text">
          <RunDetails message={message} run={run} />
        </div>
      )}
    </>
  )
}

/** What was counted. The usage of a run with several choices is that of all of them together. */
function tokensOf({ usage, extra, parameters, choices = parameters.n ?? 1 }: RunFacts): string | undefined {
  const { input, cached, output, reasoning } = readUsage(usage, extra)
  if (input === undefined || output === undefined) return undefined
  const tokens = [
    t.message.input(count(input), cached ? count(cached) : undefined),
    t.message.output(count(output), reasoning ? count(reasoning) : undefined),
  ].join(' · ')
  return choices > 1 ? t.message.ofAll(tokens, count(choices)) : tokens
}
