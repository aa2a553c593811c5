import { Suspense, lazy, useMemo } from 'react'
import { type Message, isLive, textOf } from '../conversation/Message'
import { liveTextOf, useLiveMessage } from '../state/runs'
import { Button } from '../ui/Button'
import { t } from '../words/t'
import { wordDiff } from './wordDiff'

const Markdown = lazy(() => import('../markdown/Markdown').then((room) => ({ default: room.Markdown })))

interface Props {
  message: Message
  place: number
  /** What it is compared with; without it the text is shown as it reads. */
  base: Message | undefined
  onTake: () => void
}

/** One of the answers. Differences are marked when both are whole. */
export function CompareColumn({ message: settled, place, base, onTake }: Props) {
  const live = useLiveMessage(isLive(settled) ? settled.id : null)
  const message = live ?? settled
  const source = useMemo(() => (isLive(settled) ? liveTextOf(settled.id) : undefined), [settled])
  const text = textOf(message)
  const other = base && !isLive(base) && !isLive(message) ? textOf(base) : undefined
  const stretches = useMemo(() => (other === undefined ? undefined : wordDiff(other, text)), [other, text])
  return (
    <section
      aria-label={t.compare.choice(place)}
      aria-busy={isLive(message) || undefined}
      className="flex min-w-72 flex-1 snap-start flex-col"
    >
      <div className="flex flex-none items-center gap-2 px-4 pt-3 pb-2 text-small">
        <h3 className="grow font-semibold">{t.compare.choice(place)}</h3>
        <span className="min-w-0 truncate text-faint">{message.run?.model}</span>
        <Button disabled={isLive(message)} onClick={onTake}>
          {t.compare.take}
        </Button>
      </div>
      <div className="min-h-0 grow overflow-y-auto px-4 pb-4">
        {stretches ? (
          <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {stretches.map(({ text: words, same }, at) =>
              same ? (
                words
              ) : (
                // oxlint-disable-next-line react/no-array-index-key -- stretches have no names and are made anew together
                <ins key={at} className="rounded-sm bg-mark text-ink no-underline">
                  {words}
                </ins>
              ),
            )}
          </p>
        ) : (
          <Suspense fallback={<div className="whitespace-pre-wrap">{text}</div>}>
            <Markdown text={text} streaming={isLive(message)} live={source} labels={t.markdown} />
          </Suspense>
        )}
        {message.error && <p className="mt-2 text-small text-warn">{t.errors.title[message.error.kind]}</p>}
      </div>
    </section>
  )
}
