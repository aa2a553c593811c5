import type { Notice } from '../state/notices'
import { t } from '../words/t'

/** A notice in the reader's words. */
export function noticeWords(notice: Notice): string {
  if ('text' in notice) return notice.text
  if (notice.type === 'storage-failed') return notice.full ? t.notices.storageFull : t.notices.storageFailed
  if (notice.type === 'settings-not-kept') return t.notices.settingsNotKept
  if (notice.type === 'queued') return t.notices.queued
  if (notice.type === 'config-wrong')
    return t.notices.configWrong(t.notices.configFaults[notice.fault.reason](notice.fault.at))
  if (notice.type === 'update-ready') return t.notices.updateReady
  return t.notices.notLoaded
}
