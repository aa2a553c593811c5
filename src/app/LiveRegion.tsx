import { useState } from 'react'
import { useAnnouncement, useNotices } from '../state/notices'
import { t } from '../words/t'
import { NoticeText } from './lazyPanes'

/**
 * The one live region of the page: a few words when something begins or ends, never the text of a reply. It stands in
 * the dialog that is open, since nothing beside that is read out; what was said before it came is not said again.
 */
export function LiveRegion() {
  const { word, count, replies } = useAnnouncement()
  const notice = useNotices().at(-1)
  const [before] = useState({ count, notice: notice?.id })
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* Another key is another node: the same word is read out again. */}
      {word && count > before.count && <span key={count}>{t.live[word](replies)}</span>}
      {notice && notice.id !== before.notice && (
        <span key={`notice ${notice.id}`}>
          <NoticeText notice={notice} />
        </span>
      )}
    </div>
  )
}
