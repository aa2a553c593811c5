import type { Notice } from '../state/notices'
import { t } from '../words/rooms'

/** A notice in the reader's words. */
export function noticeWords(notice: Notice): string {
  if ('text' in notice) return notice.text
  if (notice.type === 'storage-failed') return t.notices.storageFailed[notice.reason]
  if (notice.type === 'unsaved')
    return `${t.notices.unsaved(notice.conversations)} ${t.notices.unsavedBecause[notice.reason]}`
  if (notice.type === 'storage-blocked') return t.notices.storageBlocked
  if (notice.type === 'records-unreadable') return t.notices.unreadable(notice.count)
  if (notice.type === 'safe') return t.notices.safe
  if (notice.type === 'settings-not-kept') return t.notices.settingsNotKept
  if (notice.type === 'queued') return t.notices.queued
  if (notice.type === 'kept-beside') return t.notices.keptBeside
  if (notice.type === 'config-wrong')
    return t.notices.configWrong(t.notices.configFaults[notice.fault.reason](notice.fault.at))
  if (notice.type === 'backup-waits') return t.data.folderLapsed(notice.folder)
  if (notice.type === 'backup-failed') {
    const { folder, failure } = notice
    return t.data.folderFailed(folder, failure.reason, failure.reason === 'other' ? failure.message : '')
  }
  if (notice.type === 'update-ready') return t.notices.updateReady
  return t.notices.notLoaded
}
