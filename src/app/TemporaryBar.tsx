import { conversationKept } from '../state/keepConversation'
import { notify } from '../state/notices'
import { useOpenConversation } from '../state/route'
import { temporaryChosen } from '../state/beTemporary'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** Says that what is on screen is kept nowhere, for as long as that is so, and offers to keep it. */
export function TemporaryBar() {
  const id = useOpenConversation()
  const keep = () => {
    document.getElementById('composer')?.focus()
    if (id === null) return temporaryChosen(false)
    void conversationKept(id).then(() => notify({ type: 'library-changed', text: t.temporary.kept }))
  }
  return (
    <div
      role="note"
      data-part="temporary"
      className="flex flex-none items-center gap-2.5 border-b border-dashed border-edge bg-wash px-4 py-1.5 text-small text-soft"
    >
      <strong className="rounded-chip border border-dashed border-edge px-1.5 font-medium text-ink">
        {t.temporary.badge}
      </strong>
      <span className="min-w-0 grow">{id === null ? t.temporary.next : t.temporary.here}</span>
      <Button onClick={keep}>{t.temporary.keep}</Button>
    </div>
  )
}
