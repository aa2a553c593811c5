import { useState } from 'react'
import { createPortal } from 'react-dom'
import { newestNotice, useAnnouncement, useNotices } from '../state/notices'
import { useTopDialog } from '../ui/openDialogs'
import { t } from '../words/t'
import { NoticeText } from './lazyPanes'

/**
 * The one live region of the page: a few words when something begins or ends, never the text of a reply. It stands in
 * the topmost dialog, since nothing beside that is read out; what was said before it came is not said again.
 */
export function LiveRegion() {
  const dialog = useTopDialog()
  return dialog ? createPortal(<Region />, dialog, 'dialog') : <Region key="page" />
}

function Region() {
  const { word, count, replies } = useAnnouncement()
  const notices = useNotices()
  const [before] = useState({ count, notice: newestNotice() })
  return (
    // Several may come at once. Only what has come is read out, not what still stands there.
    <div role="status" aria-live="polite" aria-atomic="false" className="sr-only">
      {/* Another key is another node: the same word is read out again. */}
      {word && count > before.count && <span key={count}>{t.live[word](replies)}</span>}
      {notices.map(
        (notice) =>
          notice.id > before.notice && (
            <span key={`notice ${notice.id}`}>
              <NoticeText notice={notice} />
            </span>
          ),
      )}
    </div>
  )
}
