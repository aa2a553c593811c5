import { useMemo } from 'react'
import { useConversationList } from '../state/conversations'
import { useOperatorTitle } from '../state/operatorConfig'
import { settingsOpened } from '../state/panels'
import { hashOf, useOpenConversation } from '../state/route'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/rooms'
import { ConversationRow } from './ConversationRow'
import { groupByTime } from './groupByTime'

/** The conversations of this browser, the newest first. */
export function Library({ onGo }: { onGo?: () => void }) {
  const list = useConversationList()
  const open = useOpenConversation()
  const title = useOperatorTitle()
  const groups = useMemo(() => groupByTime(Object.values(list ?? {}), Date.now()), [list])
  return (
    <nav aria-label={t.app.library} className="flex min-h-0 min-w-0 grow flex-col bg-wash text-chrome">
      <div className="flex h-bar flex-none items-center gap-2 px-3.5">
        <p dir="auto" className="min-w-0 grow truncate text-text font-semibold tracking-tight">
          {title ?? t.app.name}
        </p>
        <a
          href={hashOf(null)}
          onClick={onGo}
          aria-label={t.library.newConversation}
          className="inline-flex min-h-7 items-center gap-1 rounded-chip border border-line bg-paper px-2.5 text-small text-soft hover:border-edge hover:text-ink"
        >
          <Icon name="plus" className="size-3.5" />
          {t.library.new}
        </a>
      </div>
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
      <div className="flex h-bar flex-none items-center px-3.5">
        <span className="grow text-small text-faint">{t.list.onThisDevice}</span>
        <Button look="plain" className="-me-1.5" onClick={() => settingsOpened()}>
          {t.list.settings}
        </Button>
      </div>
    </nav>
  )
}
