import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { TokenLogprob } from '../protocol/wire'
import { t } from '../words/rooms'
import { AlternativesCard } from './AlternativesCard'
import { partsOf } from './lensFigures'
import type { LensToken } from './lensTokens'
import { TokenPart } from './TokenPart'
import { tokenAt, tokenElement, tokenOnLine } from './tokenPlaces'

/** A token to go to; a new object each time, so that one can go to the same token twice. */
export interface Goal {
  at: number
}

interface Props {
  content: readonly TokenLogprob[]
  tokens: readonly LensToken[]
  goal: Goal | undefined
  canPick: 'yes' | 'later' | 'no'
  /** Goes on from another token than the one that was drawn; undefined where the text is not what the tokens make. */
  onPick: ((at: number, alternative: string) => void) | undefined
}

/** Whose alternatives are shown: of the token under the pointer or in focus, or with the focus among them. */
interface Shown {
  at: number
  by: 'pointer' | 'focus' | 'keys'
}

/** So many parts are drawn at first, and so many more each frame. */
const partsAtFirst = 3
const partsPerFrame = 4

/**
 * The tokens as a list of which one takes the focus: arrow keys, Home and End go from one to another. A single handler
 * and a single card serve all of them.
 */
export function TokenField({ content, tokens, goal, canPick, onPick }: Props) {
  const parts = useMemo(() => partsOf(tokens), [tokens])
  const [drawn, setDrawn] = useState(partsAtFirst)
  const [active, setActive] = useState(0)
  const [wanted, setWanted] = useState<Goal>()
  const [shown, setShown] = useState<Shown>()
  const field = useRef<HTMLDivElement>(null)
  const hint = useId()

  useEffect(() => {
    if (drawn >= parts.length) return undefined
    const frame = requestAnimationFrame(() => setDrawn(drawn + partsPerFrame))
    return () => cancelAnimationFrame(frame)
  }, [drawn, parts.length])

  // What is wanted may not be drawn yet.
  useLayoutEffect(() => setWanted(goal), [goal])
  useLayoutEffect(() => {
    if (!wanted) return
    const element = tokenElement(field.current, wanted.at)
    if (element) {
      element.focus()
      setWanted(undefined)
    } else if (drawn < parts.length) setDrawn(parts.length)
  }, [wanted, drawn, parts.length])

  // Escape closes what the pointer has opened, wherever the focus is.
  const byPointer = shown?.by === 'pointer'
  useEffect(() => {
    if (!byPointer) return undefined
    const close = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      setShown(undefined)
    }
    addEventListener('keydown', close, true)
    return () => removeEventListener('keydown', close, true)
  }, [byPointer])

  const close = () => {
    // The focus comes back before the card goes, since it would open it again.
    if (shown?.by === 'keys') tokenElement(field.current, shown.at)?.focus()
    setShown(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') {
      if (!shown) return
      close()
    } else {
      const at = tokenAt(event.target)
      if (at === undefined) return
      const to = destination(event, field.current, at, tokens.length - 1)
      if (to !== undefined) setWanted({ at: Math.max(0, Math.min(to, tokens.length - 1)) })
      else if (event.key === 'Enter' || event.key === ' ') setShown({ at, by: 'keys' })
      else return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const onFocus = (event: FocusEvent) => {
    const at = tokenAt(event.target)
    if (at === undefined) return
    setActive(at)
    setShown({ at, by: 'focus' })
  }
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setShown(undefined)
  }
  const onPointerOver = (event: PointerEvent) => {
    const at = tokenAt(event.target)
    if (at !== undefined && shown?.by !== 'keys' && shown?.at !== at) setShown({ at, by: 'pointer' })
  }
  const onPointerLeave = () => byPointer && setShown(undefined)

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the tokens in it are what is interactive
    <div
      className="relative"
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
      onPointerOver={onPointerOver}
      onPointerLeave={onPointerLeave}
    >
      <div
        ref={field}
        role="listbox"
        aria-label={t.logprobs.tokens}
        aria-describedby={hint}
        aria-orientation="horizontal"
        className="leading-[1.95]"
      >
        {parts.slice(0, drawn).map(([start, end]) => (
          <TokenPart
            key={start}
            tokens={tokens}
            start={start}
            end={end}
            active={active >= start && active < end ? active : undefined}
          />
        ))}
      </div>
      <p id={hint} className="mt-1.5 text-tiny text-faint pointer-coarse:hidden">
        {t.logprobs.hint}
      </p>
      {shown && (
        <AlternativesCard
          token={tokens[shown.at]!}
          source={content[tokens[shown.at]!.first]!}
          anchor={() => tokenElement(field.current, shown.at)}
          takesFocus={shown.by === 'keys'}
          canPick={onPick ? canPick : undefined}
          onPick={(alternative) => onPick?.(shown.at, alternative)}
        />
      )}
    </div>
  )
}

/** Where a key leads from a token. */
function destination(
  event: KeyboardEvent,
  field: HTMLElement | null,
  at: number,
  last: number,
): number | undefined {
  const { key } = event
  const forward = field && getComputedStyle(field).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  if (key === 'ArrowRight' || key === 'ArrowLeft') return at + (key === forward ? 1 : -1)
  if (key === 'ArrowDown') return tokenOnLine(field, at, 1)
  if (key === 'ArrowUp') return tokenOnLine(field, at, -1)
  if (key === 'Home') return 0
  return key === 'End' ? last : undefined
}
