import { useMemo } from 'react'
import type { ConversationId } from '../conversation/Message'
import type { Role } from '../protocol/wire'
import { useContextLength } from '../state/contextLengths'
import { usePath } from '../state/conversations'
import { newMessage, newSystem, useDraft } from '../state/drafts'
import { useTarget } from '../state/nextConversation'
import { codeOpened } from '../state/panels'
import { requestPreview } from '../state/requestPreview'
import { longestReply } from '../state/useEstimate'
import { Button } from '../ui/Button'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { ContextField } from './ContextField'
import { PreviewCost } from './PreviewCost'
import { PreviewList } from './PreviewList'
import { RequestJSON } from './RequestJSON'
import { useRequestCount } from './useRequestCount'

/** What Send would send: message by message with their tokens, the parameters, the body to the letter. */
export function BeforeSending({ conversation, role }: { conversation: ConversationId | null; role: Role }) {
  const path = usePath(conversation)
  const target = useTarget(conversation)
  const text = useDraft(conversation ?? newMessage)
  const system = useDraft(newSystem)
  const { body, requests, model, messages, rows } = useMemo(
    () => requestPreview(conversation, { text, role, system }),
    // oxlint-disable-next-line react/exhaustive-deps -- the preview reads the path and the target from their stores
    [conversation, text, role, system, path, target],
  )
  const { count: tokens, by, encoding = '' } = useRequestCount(target.endpoint, body, model)
  const context = useContextLength(target.endpoint, model)
  const exact = by === 'tokeniser'
  const amount = exact ? count : (value: number) => t.tokens.approximately(count(value))
  const { messages: _messages, ...parameters } = body
  return (
    <div className="flex flex-col gap-6 p-5 text-chrome phone:p-4">
      <section className="flex flex-col gap-2.5">
        <div>
          <p className="tabular text-text font-semibold first-letter:uppercase" data-part="total">
            {context
              ? t.tokens.totalOf(amount(tokens.total), count(context.tokens))
              : t.tokens.total(amount(tokens.total))}
          </p>
          {context && <Fill share={tokens.total / context.tokens} />}
          {requests > 1 && (
            <p data-part="requests">
              {t.tokens.inRequests(count(requests), amount(tokens.total * requests))}
            </p>
          )}
          <p className="text-small text-faint" data-part="source">
            {t.tokens.by[by](encoding)}
          </p>
        </div>
        <Warning total={tokens.total} reply={longestReply(body)} context={context?.tokens} />
        <PreviewCost body={body} requests={requests} model={model} tokens={tokens.total} />
        <ContextField endpoint={target.endpoint} model={model} context={context} />
      </section>
      <PreviewList rows={rows} messages={messages} count={tokens} amount={amount} />
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">{t.tokens.parameters}</h3>
        {Object.keys(parameters).length === 0 && <p className="text-faint">{t.tokens.noParameters}</p>}
        <dl className="grid grid-cols-[minmax(7rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1 font-mono text-small">
          {Object.entries(parameters).map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-soft">{name}</dt>
              <dd className="line-clamp-3 [overflow-wrap:anywhere]">{JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <RequestJSON body={body} />
      <Button className="self-start" onClick={() => codeOpened({ role })}>
        {t.code.open}
      </Button>
    </div>
  )
}

function Fill({ share }: { share: number }) {
  const color = share > 1 ? 'bg-warn' : 'bg-accent'
  return (
    <div aria-hidden="true" className="my-1.5 h-1 overflow-hidden rounded-full bg-line">
      <div className={`h-full ${color}`} style={{ width: `${Math.min(100, share * 100)}%` }} />
    </div>
  )
}

function Warning({ total, reply, context }: { total: number; reply: number; context: number | undefined }) {
  if (context === undefined || total + reply <= context) return null
  return (
    <p data-part="warning" className="rounded-field bg-warn-wash px-3 py-2 text-warn">
      {total > context
        ? t.tokens.tooLongAt(count(total), count(context))
        : t.tokens.tight(count(reply), count(context))}
    </p>
  )
}
