import { useAnnouncement, useNotices } from '../state/notices'
import { t } from '../words/t'
import { noticeWords } from './noticeWords'

/** The one live region of the page: a few words when something begins or ends, never the text of a reply. */
export function LiveRegion() {
  const { word, count } = useAnnouncement()
  const notice = useNotices().at(-1)
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* Another key is another node: the same word is read out again. */}
      {word && <span key={count}>{t.live[word]}</span>}
      {notice && <span key={`notice ${notice.id}`}>{noticeWords(notice)}</span>}
    </div>
  )
}
