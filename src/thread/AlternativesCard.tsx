import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { TokenLogprob } from '../protocol/wire'
import { figure, percent } from '../words/numbers'
import { t } from '../words/rooms'
import { type Alternative, type LensToken, alternativesOf } from './lensTokens'
import { named } from './legible'

interface Props {
  token: LensToken
  /** The token as the server sent it. */
  source: TokenLogprob
  /** What the card stands beside. */
  anchor: () => HTMLElement | null
  takesFocus: boolean
  /** Whether an answer can go on from an alternative; undefined where that would mean nothing. */
  canPick: 'yes' | 'later' | 'no' | undefined
  onPick: (alternative: string) => void
}

/** What could have stood in the place of a token, and how likely that was. */
export function AlternativesCard({ token, source, anchor, takesFocus, canPick, onPick }: Props) {
  const card = useRef<HTMLDivElement>(null)
  const note = useId()
  const alternatives = alternativesOf(source)
  const name = named(token.text || token.name)

  useLayoutEffect(() => {
    if (card.current?.matches(':popover-open') === false) card.current.showPopover()
    place(card.current, anchor())
  })
  useEffect(() => {
    const follow = () => place(card.current, anchor())
    addEventListener('scroll', follow, { capture: true, passive: true })
    return () => removeEventListener('scroll', follow, { capture: true })
  })
  useEffect(() => {
    if (takesFocus) (card.current?.querySelector('button') ?? card.current)?.focus()
  }, [takesFocus])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys of its buttons
    <div
      ref={card}
      popover="manual"
      role="group"
      aria-label={t.logprobs.alternatives(name)}
      aria-describedby={note}
      tabIndex={-1}
      data-part="alternatives"
      onKeyDown={(event) => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (!by) return
        const all = [...event.currentTarget.querySelectorAll('button')]
        const at = all.findIndex((button) => button === document.activeElement)
        all[(at + by + all.length) % all.length]?.focus()
        event.preventDefault()
        event.stopPropagation()
      }}
      className="fixed inset-auto m-0 w-72 max-w-[calc(100vw-1rem)] rounded-field border border-line bg-raised p-2 text-small text-ink shadow-float outline-none"
    >
      <p className="flex items-baseline gap-2 px-1 pb-1">
        <span className="min-w-0 grow truncate font-mono">{name}</span>
        <span className="tabular font-semibold">{shareOf(token.logprob)}</span>
        {token.logprob !== undefined && (
          <span className="tabular text-tiny text-faint">
            {t.logprobs.logprob} {figure(token.logprob)}
          </span>
        )}
      </p>
      {token.count > 1 && <p className="px-1 pb-1 text-tiny text-faint">{t.logprobs.several(token.count)}</p>}
      <ul>
        {alternatives.map((alternative, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two tokens may look the same
          <li key={index}>
            {canPick === 'yes' && alternative.whole ? (
              <button
                type="button"
                title={t.logprobs.continueFrom(alternative.text)}
                onClick={() => onPick(alternative.text)}
                className={`${row} relative text-start hover:bg-wash focus-visible:outline-offset-0`}
              >
                <span className="sr-only">{t.logprobs.continueFrom(alternative.text)}</span>
                <Figures alternative={alternative} named />
              </button>
            ) : (
              <div className={row}>
                <Figures alternative={alternative} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <p id={note} className="px-1 pt-1 text-tiny text-faint">
        {alternatives.length < 2 ? t.logprobs.noOthers : picking()[canPick ?? 'never']}
      </p>
    </div>
  )
}

/** What is to be said of picking one. */
const picking = () => ({
  yes: t.logprobs.pick,
  later: t.logprobs.pickLater,
  no: t.logprobs.cannotPick,
  never: t.logprobs.otherText,
})

const row = 'grid min-h-6 w-full grid-cols-[minmax(0,1fr)_5rem_3.5rem] items-center gap-2 rounded-chip px-1'

interface FiguresProps {
  alternative: Alternative
  /** Its text has been said. */
  named?: boolean
}

function Figures({ alternative: { text, logprob, drawn }, named: isNamed = false }: FiguresProps) {
  return (
    <>
      <span className={`truncate font-mono text-tiny ${drawn ? 'font-semibold' : ''}`}>
        <span aria-hidden={isNamed || undefined}>{named(text)}</span>
        {drawn && ' '}
        {drawn && <span className="ms-1 font-sans font-normal text-faint">{t.logprobs.drawn}</span>}
      </span>
      <span
        aria-hidden="true"
        className="h-1.5 overflow-hidden rounded-full bg-wash forced-color-adjust-none"
      >
        <span
          className="block h-full rounded-full bg-edge"
          style={{ width: `${Math.exp(logprob ?? -Infinity) * 100}%` }}
        />
      </span>
      <span className="tabular text-end">{shareOf(logprob)}</span>
    </>
  )
}

const shareOf = (logprob: number | undefined) => (logprob === undefined ? '–' : percent(Math.exp(logprob)))

/** Below the token, or above it where there is no room; touching it, so that the pointer can go over. */
function place(card: HTMLElement | null, anchor: HTMLElement | null): void {
  const rects = anchor?.getClientRects()
  const from = rects?.[0]
  if (!card || !from) return
  const { width, height } = card.getBoundingClientRect()
  const fitsBelow = from.bottom + height + 8 <= innerHeight
  card.style.left = `${Math.max(8, Math.min(from.left - 8, innerWidth - width - 8))}px`
  card.style.top = `${fitsBelow ? from.bottom : Math.max(8, from.top - height)}px`
}
