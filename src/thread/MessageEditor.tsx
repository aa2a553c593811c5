import { useState } from 'react'
import type { Role } from '../protocol/wire'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/TextArea'
import { t } from '../words/t'
import { RoleSelect } from './RoleSelect'

interface Props {
  role: Role
  text: string
  onSave: (text: string, role: Role) => void
  /** Keeps the old words and goes on from the new ones; not offered where it makes no sense. */
  onBranch?: (text: string, role: Role) => void
  onCancel: () => void
  /** Nothing can be kept while a reply is being written: the words wait here. */
  held?: boolean
}

/** A message's text in the hand. Escape leaves it as it was. */
export function MessageEditor({ role: before, text, onSave, onBranch, onCancel, held = false }: Props) {
  const [draft, setDraft] = useState(text)
  const [role, setRole] = useState(before)
  const asks = role === 'user' || role === 'tool'
  const keep = onBranch ?? onSave
  const main = (words: string, as: Role) => {
    if (!held) keep(words, as)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        main(draft, role)
      }}
      className="flex flex-col gap-2"
    >
      <TextArea
        // The reader has just asked to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={t.message.editing(t.message.roles[role])}
        value={draft}
        dir="auto"
        rows={2}
        placeholder={role === 'system' ? t.start.systemPlaceholder : undefined}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault()
            onCancel()
          }
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            main(draft, role)
          }
        }}
        className="max-h-[60vh] min-h-16 w-full rounded-block border border-edge bg-paper px-3 py-2 text-text"
      />
      <div className="flex flex-wrap gap-2">
        <RoleSelect role={role} onChange={setRole} />
        {onBranch && (
          <Button type="submit" look="primary" disabled={held}>
            {asks ? t.message.sendBranch : t.message.saveBranch}
          </Button>
        )}
        <Button look={onBranch ? 'chip' : 'primary'} disabled={held} onClick={() => onSave(draft, role)}>
          {t.message.saveHere}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t.app.cancel}
        </Button>
        {held && <span className="self-center text-small text-faint">{t.message.editHeld}</span>}
      </div>
    </form>
  )
}
