import { useEffect, useId, useRef, useState } from 'react'
import { type Message, isLive, textOf } from '../conversation/Message'
import type { Tree } from '../conversation/Tree'
import { type Endpoint, builtIn } from '../state/endpoints'
import { keysOpened } from '../state/keys'
import { listedModels } from '../state/modelLists'
import { modelFor } from '../state/nextConversation'
import { recordInMemory } from '../state/flights'
import { recordOpened } from '../state/panels'
import { rerunStopped, turnRunAgain, useRerun } from '../state/rerun'
import { useLiveMessage } from '../state/runs'
import { type Settings, endpointById, useSettings } from '../state/settings'
import { useModels } from '../state/useModels'
import { Button } from '../ui/Button'
import { Combobox } from '../ui/Combobox'
import { Tick } from '../ui/Tick'
import { fieldLook } from '../ui/fieldLook'
import { t } from '../words/rooms'
import { AnswerFoot } from './AnswerFoot'
import { CompareCalls } from './CompareCalls'
import { Differences } from './Differences'
import type { MessageParts } from './MessageParts'

interface Props {
  tree: Tree
  /** What the sender's model said. */
  answer: Message
  parts: MessageParts
  onClose: () => void
}

/** Runs a turn of an open link again, at an endpoint of the reader's, and shows how the two answers differ. */
export function Rerun({ tree, answer, parts, onClose }: Props) {
  const settings = useSettings((all) => all)
  const [chosen, setChosen] = useState(settings.endpoint)
  const endpoint = endpointById(chosen, settings) ?? builtIn
  const [typed, setTyped] = useState<Record<string, string>>({})
  const rerun = useRerun(answer.id)
  const running = rerun !== undefined && isLive(rerun)
  const heading = useId()
  const select = useId()
  const section = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  // It opens below the answer, where there may be no more screen.
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  // The same is true of what comes in it, and of the differences at its end. Who has gone elsewhere stays there.
  useEffect(() => {
    const { top, bottom } = section.current!.getBoundingClientRect()
    if (!rerun || (top < innerHeight && bottom > 0)) section.current!.scrollIntoView({ block: 'nearest' })
    // oxlint-disable-next-line react/exhaustive-deps -- when one begins and when it ends
  }, [rerun === undefined, running])
  // Whoever has come by a link has not needed the keys before; without them a list of models may be refused.
  useEffect(() => void keysOpened(), [])
  // Who closes it does not listen any more, and is to pay for no more.
  useEffect(() => () => rerunStopped(answer.id), [answer.id])
  const model = typed[endpoint.id] ?? modelToBegin(endpoint, settings, answer)
  return (
    <section
      ref={section}
      aria-labelledby={heading}
      data-part="rerun"
      className="mt-2.5 scroll-my-3 rounded-block border border-line px-3.5 pt-2.5 pb-3"
    >
      <div className="flex items-center gap-2">
        <h2 ref={title} id={heading} tabIndex={-1} className="grow text-chrome font-semibold">
          {t.sharing.rerunTitle}
        </h2>
        <Button look="plain" onClick={onClose}>
          {t.sharing.rerunClose}
        </Button>
      </div>
      <p className="text-small text-faint">{t.sharing.rerunHint}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2 text-small">
        <label htmlFor={select} className="text-soft">
          {t.sharing.endpoint}
        </label>
        <select
          id={select}
          value={endpoint.id}
          onChange={({ target }) => setChosen(target.value)}
          className={fieldLook}
        >
          {[builtIn, ...settings.endpoints].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <ModelField
          key={endpoint.id}
          endpoint={endpoint}
          value={model}
          onChange={(name) => setTyped({ ...typed, [endpoint.id]: name })}
        />
        {running ? (
          <Button look="primary" onClick={() => rerunStopped(answer.id)}>
            {t.sharing.stop}
          </Button>
        ) : (
          <Button look="primary" onClick={() => void turnRunAgain(tree, answer, { endpoint, model })}>
            {t.sharing.run}
          </Button>
        )}
      </div>
      {rerun && <Result settled={rerun} answer={answer} parts={parts} />}
    </section>
  )
}

/** The model last used there; else the sender's, where it is offered or nothing is known of what is. */
function modelToBegin(endpoint: Endpoint, settings: Settings, { run }: Message): string {
  const theirs = run?.model ?? ''
  const listed = listedModels(endpoint.id)
  if (theirs && listed?.includes(theirs)) return theirs
  return modelFor(settings, endpoint.id) ?? (listed ? '' : theirs)
}

interface ModelFieldProps {
  endpoint: Endpoint
  value: string
  onChange: (model: string) => void
}

function ModelField({ endpoint, value, onChange }: ModelFieldProps) {
  const label = useId()
  const { data } = useModels(endpoint)
  return (
    <span className="flex min-w-40 grow items-center gap-2">
      <span id={label} className="text-soft">
        {t.sharing.model}
      </span>
      <span className="min-w-0 grow">
        <Combobox
          labelledBy={label}
          value={value}
          options={(data ?? []).map(({ id }) => ({ value: id }))}
          none={t.sharing.noModels}
          onChange={onChange}
        />
      </span>
    </span>
  )
}

/** The reader's answer as it comes; whole, with what differs from the sender's. */
function Result({ settled, answer, parts }: { settled: Message; answer: Message; parts: MessageParts }) {
  const message = useLiveMessage(settled)
  const [marked, setMarked] = useState(true)
  const heading = useId()
  const live = isLive(message)
  const { MessageBody, Reasoning, RunFigures } = parts
  const compared = !live && marked && textOf(message) !== ''
  return (
    <div aria-labelledby={heading} aria-busy={live || undefined} role="group" className="mt-2.5">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
        <h3 id={heading} className="font-semibold text-accent [overflow-wrap:anywhere]">
          {t.sharing.yours(message.run?.model ?? '…')}
        </h3>
        <Tick checked={marked} onChange={setMarked} className="text-soft">
          {t.sharing.mark}
        </Tick>
      </div>
      <Reasoning message={message} />
      {compared ? (
        <Differences base={textOf(answer)} text={textOf(message)} plain={<MessageBody message={message} />} />
      ) : (
        <MessageBody message={message} />
      )}
      <CompareCalls message={message} live={live} base={!live && marked ? answer : undefined} />
      <AnswerFoot message={message} RunFigures={RunFigures} alert />
      {!live && <InspectRun run={message.run?.id} />}
    </div>
  )
}

/** The way to the record of an answer, which is in memory as long as this page is open. */
function InspectRun({ run = '' }: { run: string | undefined }) {
  const inspect = () => {
    const flight = recordInMemory(run)
    if (flight) recordOpened(flight)
  }
  return (
    <Button look="plain" className="mt-1 -ms-1.5 text-small" title={t.inspector.openRun} onClick={inspect}>
      {t.inspector.open}
    </Button>
  )
}
