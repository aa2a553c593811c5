import { useMemo } from 'react'
import { useConversationList } from '../state/conversations'
import { useOpenConversation } from '../state/route'
import { t } from '../words/rooms'
import { ConversationRow } from './ConversationRow'
import { groupByTime } from './groupByTime'

/** The conversations themselves, the newest first: what stands between the head of the pane and its foot. */
export function LibraryList({ onGo }: { onGo?: () => void }) {
  const list = useConversationList()
  const open = useOpenConversation()
  const groups = useMemo(() => groupByTime(Object.values(list ?? {}), Date.now()), [list])
  return (
    <div className="min-h-0 grow overflow-y-auto pb-4">
      {groups.map(([age, members]) => (
        <section key={age} aria-labelledby={`age-${age}`}>
          <h2 id={`age-${age}`} className="px-4 pt-3 pb-1 text-tiny text-faint">
            {t.list[age]}
          </h2>
          <ul>
            {members.map((conversation) => (
              <ConversationRow
                key={conversation.id}
                conversation={conversation}
                open={conversation.id === open}
                {...(onGo && { onGo })}
              />
            ))}
          </ul>
        </section>
      ))}
      {list && !groups.length && <p className="px-4 py-3 text-small text-faint">{t.list.empty}</p>}
    </div>
  )
}
