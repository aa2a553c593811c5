import { useId, useState } from 'react'
import type { OpenCall } from '../conversation/openCalls'
import type { Written } from '../conversation/written'
import { Button } from '../ui/Button'
import { Combobox } from '../ui/Combobox'
import { Icon } from '../ui/Icon'
import { fieldLook } from '../ui/fieldLook'
import { t } from '../words/rooms'

interface Props {
  written: Written
  /** The calls that wait for an answer here. */
  calls: readonly OpenCall[]
  onChange: (written: Written) => void
}

/** What a message has besides its words: the call that it answers, the name of who speaks. */
export function MessageFields({ written, calls, onChange }: Props) {
  const [naming, setNaming] = useState(false)
  const id = useId()
  const { role, name, tool_call_id = '' } = written
  const isResult = role === 'tool'
  const isNamed = naming || name !== undefined
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 text-small empty:hidden">
      {isResult && (
        <div className="flex min-w-60 grow basis-0 flex-wrap items-center gap-x-2">
          <span id={id} className="font-mono text-soft">
            {t.message.tool_call_id}
          </span>
          <div className="min-w-40 grow basis-0">
            <Combobox
              labelledBy={id}
              value={tool_call_id}
              options={calls.map((call) => ({ value: call.id, detail: t.message.openCall(call.name) }))}
              none={t.message.noOpenCall}
              onChange={(next) => onChange({ ...written, tool_call_id: next })}
            />
          </div>
        </div>
      )}
      {isNamed ? (
        <label className="flex min-w-60 grow basis-0 items-center gap-2 font-mono text-soft">
          {t.message.name}
          <input
            // The reader has just asked for it.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={naming}
            value={name ?? ''}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => {
              setNaming(true)
              onChange({ ...written, name: target.value })
            }}
            // As in the text beside it, Enter alone sends nothing.
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
            }}
            className={`grow ${fieldLook}`}
          />
        </label>
      ) : (
        !isResult && (
          <Button look="plain" className="-ms-1.5 text-faint" onClick={() => setNaming(true)}>
            <Icon name="plus" />
            {t.message.addName}
          </Button>
        )
      )}
    </div>
  )
}
