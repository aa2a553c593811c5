import type { Message, RunFacts } from '../conversation/Message'
import { count, rate, seconds } from '../words/numbers'
import { t } from '../words/t'

/** Quiet figures: the model, the tokens, the times. Only what is known; nothing is estimated here. */
export function RunFigures({ message, run }: { message: Message; run: RunFacts }) {
  const { usage, started, firstToken, ended, model } = run
  const tokens = usage?.completion_tokens
  const streamed = run.parameters.stream === true && firstToken !== undefined
  const writing = ended !== undefined && firstToken !== undefined ? ended - firstToken : 0
  // `usage` counts the tokens of all choices together, so a rate is one of the whole run.
  const perSecond = streamed && tokens && writing > 100 ? tokens / (writing / 1000) : undefined
  const figures = [
    usage?.prompt_tokens !== undefined && tokens !== undefined
      ? t.message.tokens(count(usage.prompt_tokens), count(tokens))
      : undefined,
    streamed
      ? t.message.firstToken(seconds(firstToken - started))
      : ended === undefined
        ? undefined
        : t.message.took(seconds(ended - started)),
    perSecond === undefined ? undefined : t.message.rate(rate(perSecond)),
    message.finish_reason && message.finish_reason !== 'stop' ? message.finish_reason : undefined,
  ]
  return (
    <>
      {model && <span className="font-medium text-soft [overflow-wrap:anywhere]">{model}</span>}
      {figures.filter(Boolean).map((figure) => (
        <span key={figure} className="tabular">
          {figure}
        </span>
      ))}
    </>
  )
}
