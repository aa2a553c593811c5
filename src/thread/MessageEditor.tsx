import { type KeyboardEvent, useId } from 'react'
import { textOf } from '../conversation/Message'
import type { OpenCall } from '../conversation/openCalls'
import { toRequestMessage } from '../conversation/toRequestMessages'
import { type Written, fitting, withText } from '../conversation/written'
import type { Role } from '../protocol/wire'
import type { Place } from '../state/drafts'
import { useEdit } from '../state/edits'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/TextArea'
import { t } from '../words/rooms'
import { MessageFields } from './MessageFields'
import { RoleSelect } from './RoleSelect'
import { readMessageJson } from './readMessageJson'
import { isComposing } from '../ui/isComposing'

interface Props {
  /** Where it is kept until it is done. */
  place: Place
  /** The message as it is, or as it begins. */
  message: Written
  /** The calls above that wait for an answer. */
  calls: readonly OpenCall[]
  /** `from` is what the message said when somebody began to write here. */
  onSave: (written: Written, from: string) => void
  /** Keeps the old words and goes on from the new ones; not offered where it makes no sense. */
  onBranch?: (written: Written) => void
  onCancel: () => void
  /** Nothing can be kept while a reply is being written: the words wait here. */
  held: boolean
  /** Whether the reader has just asked to write here. */
  focused: boolean
}

/** A message in the hand: its words, or all of it as JSON. Escape leaves it as it was. */
export function MessageEditor(props: Props) {
  const { place, message, calls, onSave, onBranch, onCancel, held, focused } = props
  const { edit, from, change, done } = useEdit(place, message)
  const { written, json } = edit
  const error = useId()
  const read = json === undefined ? { written: fitting(written) } : readMessageJson(json)
  const result = 'written' in read ? read.written : undefined
  const { role } = result ?? written
  const asks = role === 'user' || role === 'tool'
  const keep = (to: Props['onSave']) => {
    if (held || !result) return
    done()
    to(result, from)
  }
  const cancel = () => {
    done()
    onCancel()
  }
  const main = () => keep(onBranch ?? onSave)
  const onKeyDown = (event: KeyboardEvent) => {
    // What is open over the editor closes first, and an input method takes its keys.
    if (event.defaultPrevented || isComposing(event.nativeEvent)) return
    if (event.key === 'Escape' && event.target instanceof HTMLSelectElement) return
    if (event.key === 'Escape') {
      event.preventDefault()
      cancel()
    }
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      main()
    }
  }
  const changeRole = (next: Role) => {
    const [call] = next === 'tool' && !written.tool_call_id ? calls : []
    change({ written: { ...written, role: next, ...(call && { tool_call_id: call.id }) } })
  }
  const toggle = () =>
    change(
      json === undefined
        ? { written, json: JSON.stringify(toRequestMessage(fitting(written)), null, 2) }
        : { written: result ?? written },
    )
  const stays = stayingOf(result ?? written)
  return (
    // Keys of all its fields come here; each does only what a button does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      onSubmit={(event) => {
        event.preventDefault()
        main()
      }}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-2"
    >
      <TextArea
        key={json === undefined ? 'text' : 'json'}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={focused}
        aria-label={(json === undefined ? t.message.editing : t.message.editingJson)(t.roles.names[role])}
        aria-invalid={!result || undefined}
        aria-describedby={result ? undefined : error}
        value={json ?? textOf(written)}
        dir={json === undefined ? 'auto' : 'ltr'}
        spellCheck={json === undefined}
        rows={2}
        placeholder={role === 'system' ? t.start.systemPlaceholder : undefined}
        onChange={({ target: { value } }) =>
          change(
            json === undefined
              ? { written: { ...written, content: withText(written.content, value) } }
              : { written, json: value },
          )
        }
        className={`max-h-[60vh] min-h-16 w-full rounded-block border border-edge bg-paper px-3 py-2 aria-invalid:border-warn ${json === undefined ? 'text-text' : 'font-mono text-small'}`}
      />
      {'wrong' in read && (
        <p id={error} role="alert" className="text-small text-warn">
          {read.wrong}
        </p>
      )}
      {json === undefined && (
        <MessageFields written={written} calls={calls} onChange={(next) => change({ written: next })} />
      )}
      {json === undefined && stays && <p className="text-small text-faint">{t.message.stays(stays)}</p>}
      <div className="flex flex-wrap gap-2">
        {json === undefined && <RoleSelect role={written.role} onChange={changeRole} />}
        {onBranch && (
          <Button type="submit" look="primary" disabled={held || !result}>
            {asks ? t.message.sendBranch : t.message.saveBranch}
          </Button>
        )}
        <Button look={onBranch ? 'chip' : 'primary'} disabled={held || !result} onClick={() => keep(onSave)}>
          {t.message.saveHere}
        </Button>
        <Button look="plain" onClick={cancel}>
          {t.common.cancel}
        </Button>
        <Button look="plain" className="text-faint" disabled={!result} onClick={toggle}>
          {json === undefined ? t.message.asJson : t.message.asText}
        </Button>
        {held && <span className="self-center text-small text-faint">{t.message.editHeld}</span>}
      </div>
    </form>
  )
}

/** What the text does not show and a change of it leaves alone. */
function stayingOf({ content, tool_calls, refusal }: Written): string {
  const parts = typeof content === 'string' ? [] : content.filter(({ text }) => text === undefined)
  return [
    ...parts.map(({ type }) => t.message.staying.part(type)),
    ...(tool_calls?.length ? [t.message.staying.calls(tool_calls.length)] : []),
    ...(refusal ? [t.message.staying.refusal] : []),
  ].join(', ')
}
