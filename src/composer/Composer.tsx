import { useEffect, useRef } from 'react'
import { openCalls } from '../conversation/openCalls'
import { type Role, choosableRoles } from '../protocol/wire'
import { useConversationEnd, useIsMissing, usePath } from '../state/conversations'
import { useChatStream } from '../state/useChatStream'
import { draftChanged, newMessage, rolePlace, useDraft } from '../state/drafts'
import { useOpenConversation } from '../state/route'
import { queueCleared } from '../state/runs'
import { useCanPrefill } from '../state/canPrefill'
import { ChipSelect } from '../ui/ChipSelect'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/TextArea'
import { lazyPart } from '../ui/lazyPart'
import { t } from '../words/t'

const TokenLine = lazyPart(() => import('./TokenLine').then((part) => part.TokenLine), { place: 'line' })

const RequestOffer = lazyPart(() => import('./RequestOffer').then((part) => part.RequestOffer), {
  place: 'line',
})

const offered = choosableRoles.map((value) => ({ value, label: t.roles.names[value] }))

/** Where the reader writes. The draft belongs to its conversation, and survives a reload. */
export function Composer() {
  const id = useOpenConversation()
  const place = id ?? newMessage
  const text = useDraft(place)
  const { isStreaming, isQueued, send, stop } = useChatStream(id)
  const kept = useDraft(rolePlace(place))
  const role = offered.find(({ value }) => value === kept)?.value ?? 'user'
  const setRole = (next: Role) => draftChanged(rolePlace(place), next === 'user' ? '' : next)
  const path = usePath(role === 'tool' ? id : null)
  const [call] = openCalls(path)
  const canPrefill = useCanPrefill(id)
  const end = useConversationEnd(id)
  const missing = useIsMissing(id)
  const begins = role === 'assistant'
  const asks = !begins || canPrefill
  const hint = () => {
    if (begins) return canPrefill ? t.composer.prefill : t.composer.noPrefill
    if (call) return t.composer.answers(call.name, call.id)
    return missing ? t.composer.hintMissing : t.composer.hint
  }
  const submit = () => send({ role })
  const nothing = !text.trim() && (end === undefined || end === 'assistant')
  const field = useRef<HTMLTextAreaElement>(null)

  // A keyboard is at hand where a mouse is: there the next word can be typed at once.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus({ preventScroll: true })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another place is what asks for the focus
  }, [place])

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      className="mx-auto w-full max-w-thread flex-none px-7 pb-5 phone:px-3 phone:pb-3"
    >
      <div className="rounded-box border border-line bg-paper px-3.5 pt-2.5 pb-2 shadow-box focus-within:border-edge dark:bg-wash">
        <TextArea
          ref={field}
          id="composer"
          aria-label={t.composer.label}
          aria-describedby="composer-hint"
          dir="auto"
          rows={1}
          enterKeyHint="send"
          placeholder={t.composer.placeholders[role]}
          value={text}
          onChange={({ target }) => {
            draftChanged(place, target.value)
            // Whoever goes on writing is not finished: it waits for another Enter.
            if (isQueued && id !== null) queueCleared(id)
          }}
          onSubmit={submit}
          className="block max-h-[40dvh] min-h-11 w-full bg-transparent text-text outline-none"
        />
        {/^(\$ )?curl\s/.test(text) && <RequestOffer text={text} />}
        <div className="flex min-h-8 items-center gap-2">
          <ChipSelect label={t.roles.role} value={role} options={offered} onChange={setRole} />
          <span
            id="composer-hint"
            className={isQueued ? 'sr-only' : 'grow truncate text-small text-faint phone:hidden'}
          >
            {hint()}
          </span>
          {isQueued && (
            <span className="flex grow flex-wrap items-center gap-2 text-small text-soft">
              {t.composer.queued}
              {id !== null && <Button onClick={() => queueCleared(id)}>{t.composer.unqueue}</Button>}
            </span>
          )}
          <div className="flex flex-none justify-end phone:min-w-0 phone:flex-1">
            <TokenLine conversation={id} role={role} />
          </div>
          {isStreaming ? (
            <Button look="primary" onClick={stop}>
              {t.composer.stop} <kbd className="font-sans text-tiny opacity-80">{t.composer.stopKey}</kbd>
            </Button>
          ) : (
            <>
              {role !== 'user' && asks && id !== null && !missing && (
                <Button disabled={!text.trim()} onClick={() => send({ role, quietly: true })}>
                  {t.composer.add}
                </Button>
              )}
              <Button look="primary" type="submit" disabled={nothing}>
                {asks ? t.composer.send : t.composer.add}
              </Button>
            </>
          )}
        </div>
      </div>
    </form>
  )
}
