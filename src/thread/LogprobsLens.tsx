import { useMemo, useState } from 'react'
import { type ConversationId, type Message, textOf } from '../conversation/Message'
import type { TokenLogprob } from '../protocol/wire'
import { useCanPrefill } from '../state/canPrefill'
import { alternativePicked } from '../state/continueMessage'
import { useIsRunning } from '../state/runs'
import { LensSummary } from './LensSummary'
import { beginningIn, textBefore } from './lensFigures'
import { lensTokens } from './lensTokens'
import { TokenField, type Goal } from './TokenField'

interface Props {
  conversation: ConversationId
  message: Message
  content: readonly TokenLogprob[]
}

/** An answer as its tokens, tinted by how likely they were, with what else could have stood in each place. */
export function LogprobsLens({ conversation, message, content }: Props) {
  const tokens = useMemo(() => lensTokens(content), [content])
  const text = textOf(message)
  const beginning = useMemo(
    () => beginningIn(text, tokens, message.prefilled),
    [text, tokens, message.prefilled],
  )
  const canPrefill = useCanPrefill(conversation)
  const running = useIsRunning(conversation)
  const [goal, setGoal] = useState<Goal>()
  const pick = (at: number, alternative: string) =>
    void alternativePicked(
      conversation,
      message.id,
      textBefore(text, tokens, at, beginning ?? 0) + alternative,
    )
  return (
    <div data-part="logprobs" className="flex flex-col gap-3">
      <LensSummary content={content} tokens={tokens} onGo={(at) => setGoal({ at })} />
      <TokenField
        content={content}
        tokens={tokens}
        goal={goal}
        canPick={canPrefill ? (running ? 'later' : 'yes') : 'no'}
        onPick={beginning === undefined ? undefined : pick}
      />
    </div>
  )
}
