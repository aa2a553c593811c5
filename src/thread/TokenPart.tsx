import { memo } from 'react'
import { percent } from '../words/numbers'
import { t } from '../words/rooms'
import { tintOf } from './lensFigures'
import type { LensToken } from './lensTokens'
import { named, shownIn } from './legible'
import { tints } from './tints'

interface Props {
  tokens: readonly LensToken[]
  start: number
  end: number
  /** The token that takes the focus, if it is one of these. */
  active: number | undefined
}

/** Some hundred tokens. The browser passes over a part that is not in view; what happens in it is heard above. */
export const TokenPart = memo(function TokenPart({ tokens, start, end, active }: Props) {
  return (
    <div
      role="presentation"
      dir="auto"
      className="-mx-1 px-1 whitespace-pre-wrap [contain-intrinsic-size:auto_16rem] [content-visibility:auto] [overflow-wrap:anywhere]"
    >
      {tokens.slice(start, end).map((token, index) => {
        const at = start + index
        const { logprob, kind } = token
        return (
          <span
            key={at}
            role="option"
            aria-selected={at === active}
            aria-label={t.logprobs.token(
              named(token.text || token.name),
              logprob === undefined ? t.logprobs.unknown : percent(Math.exp(logprob)),
            )}
            data-at={at}
            tabIndex={at === active ? 0 : -1}
            className={`rounded-[3px] border-e border-line/70 py-0.5 forced-colors:forced-color-adjust-none hover:border-edge focus-visible:outline-offset-0 ${tints[tintOf(logprob)]} ${kind === 'text' ? 'forced-colors:text-ink' : 'font-mono text-small text-soft'}`}
          >
            {shownIn(token)}
          </span>
        )
      })}
    </div>
  )
})
