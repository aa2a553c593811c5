import { useAnnouncement } from '../state/notices'
import { t } from '../words/t'

/** The one live region of the page: a few words when something begins or ends, never the text of a reply. */
export function LiveRegion() {
  const { word, count } = useAnnouncement()
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* Another key is another node: the same word is read out again. */}
      {word && <span key={count}>{t.live[word]}</span>}
    </div>
  )
}
