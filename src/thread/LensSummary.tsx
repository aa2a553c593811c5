import { useMemo } from 'react'
import type { TokenLogprob } from '../protocol/wire'
import { count, figure, percent } from '../words/numbers'
import { t } from '../words/rooms'
import { leastLikely, lensFigures, tintSteps } from './lensFigures'
import type { LensToken } from './lensTokens'
import { named } from './legible'
import { tints } from './tints'

interface Props {
  content: readonly TokenLogprob[]
  tokens: readonly LensToken[]
  /** Goes to a token. */
  onGo: (at: number) => void
}

/** The answer in figures, the tokens that surprise most, and what the tints mean. */
export function LensSummary({ content, tokens, onGo }: Props) {
  const figures = useMemo(() => lensFigures(content), [content])
  const least = useMemo(() => leastLikely(tokens, 5), [tokens])
  if (!figures) return null
  const { perplexity } = figures
  const facts = [
    [t.logprobs.mean, percent(figures.mean)],
    [t.logprobs.perplexity, perplexity < 1e6 ? figure(perplexity) : '∞'],
  ]
  return (
    <div className="flex flex-col gap-1.5 text-small text-soft">
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        <dl className="contents">
          {facts.map(([name, value]) => (
            <div key={name} className="flex gap-1.5">
              <dt className="text-faint">{name}</dt>
              <dd className="tabular">{value}</dd>
            </div>
          ))}
        </dl>
        <span className="tabular">{t.logprobs.counted(count(figures.tokens))}</span>
      </div>
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        <span className="me-1 text-faint">{t.logprobs.least}</span>
        {least.map((at) => {
          const { text, name, logprob } = tokens[at]!
          const shown = named(text || name)
          const probability = percent(Math.exp(logprob ?? 0))
          return (
            <button
              key={at}
              type="button"
              onClick={() => onGo(at)}
              className="relative flex min-h-6 max-w-48 items-center gap-1.5 rounded-chip border border-line px-1.5 hover:border-edge hover:text-ink"
            >
              <span className="sr-only">{t.logprobs.goTo}</span>
              <span className="truncate font-mono text-tiny">{shown}</span>
              <span className="tabular text-faint">{probability}</span>
            </button>
          )
        })}
      </div>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-tiny text-faint">
        <span>{t.logprobs.legend}</span>
        {tintSteps.map((step, index) => (
          <span key={step} className="flex items-center gap-1">
            <span
              aria-hidden="true"
              className={`size-3 rounded-sm border border-line forced-color-adjust-none ${tints[index]}`}
            />
            <span className="tabular">
              {step > 0 ? t.logprobs.from(percent(step)) : t.logprobs.below(percent(tintSteps[index - 1]!))}
            </span>
          </span>
        ))}
      </div>
    </div>
  )
}
