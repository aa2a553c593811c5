import { useEffect, useState } from 'react'
import { useIsAnyRunning } from '../state/runs'
import { type Shown, noticeDismissed, notify, useNotices } from '../state/notices'
import { settingsOpened } from '../state/panels'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { saveFile } from '../ui/saveFile'
import { untilLoaded } from '../ui/untilLoaded'
import { t } from '../words/rooms'
import { noticeWords } from './noticeWords'

/** What the page has to say, at the top of the thread, until it is read or no longer matters. */
export function Notices() {
  const notices = useNotices()
  if (!notices.length) return null
  return (
    <div
      role="group"
      aria-label={t.common.notices}
      className="pointer-events-none absolute inset-x-0 top-14 z-10 flex flex-col items-center gap-2 px-3"
    >
      {notices.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

const passing = 12_000

function Notice({ notice }: { notice: Shown }) {
  const action = actionOf(notice)
  const passes = notice.type === 'library-changed' || notice.type === 'queued'
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!passes || isHeld) return
    const timer = setTimeout(() => noticeDismissed(notice.id), passing)
    return () => clearTimeout(timer)
  }, [notice.id, passes, isHeld])
  return (
    // Who is about to press something in it has it for as long as that takes.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-lg items-center justify-end gap-2 rounded-field border border-line bg-raised py-1.5 ps-3.5 pe-1.5 text-chrome shadow-float phone:flex-wrap"
    >
      <span dir="auto" className="min-w-0 grow [overflow-wrap:anywhere]">
        {noticeWords(notice)}
      </span>
      {action && (
        <Button
          onClick={() => {
            action.act()
            noticeDismissed(notice.id)
          }}
        >
          {action.label}
        </Button>
      )}
      {notice.type === 'unsaved' && <Unsaved />}
      {notice.type === 'update-ready' && <Reload onClick={notice.reload} />}
      <Button look="plain" aria-label={t.common.dismiss} onClick={() => noticeDismissed(notice.id)}>
        <Icon name="close" className="size-3.5" />
      </Button>
    </div>
  )
}

/** What is not kept can be taken along, and be tried again. The notice goes when it has been written. */
function Unsaved() {
  useEffect(() => {
    let shown = true
    const load = async () => (await unsavedRoom()).fileWriterLoaded()
    // If it does not come, the press says so.
    untilLoaded(load, () => shown).catch(() => undefined)
    return () => {
      shown = false
    }
  }, [])
  const save = async () => {
    const { unsavedFile } = await unsavedRoom()
    saveFile('unsaved.parley.json', await unsavedFile())
  }
  const again = async () => {
    const { savedAgain } = await unsavedRoom()
    await savedAgain()
  }
  const pressed = (act: () => Promise<void>) => () => void act().catch(() => notify({ type: 'not-loaded' }))
  return (
    <>
      <Button onClick={pressed(save)}>{t.notices.export}</Button>
      <Button onClick={pressed(again)}>{t.app.tryAgain}</Button>
    </>
  )
}

const unsavedRoom = () => import('../state/unsaved')

/** What a notice is in words alone, for who listens. */
export const NoticeText = ({ notice }: { notice: Shown }) => noticeWords(notice)

/** What can be done about it. */
function actionOf(notice: Shown): { label: string; act: () => void } | undefined {
  if (notice.type === 'storage-failed' || notice.type === 'records-unreadable')
    return { label: t.app.recovery, act: () => (location.hash = '#/recovery') }
  if (notice.type === 'safe') return { label: t.notices.safeLeft, act: () => location.assign('./') }
  if (notice.type === 'backup-waits') return { label: t.data.folderAllow, act: notice.allow }
  if (notice.type === 'backup-failed') return { label: t.data.folderSettings, act: () => settingsOpened() }
  return 'action' in notice ? notice.action : undefined
}

/** A reply that is being written is not interrupted. */
function Reload({ onClick }: { onClick: () => void }) {
  const running = useIsAnyRunning()
  return (
    <Button disabled={running} title={running ? t.common.reloadLater : undefined} onClick={onClick}>
      {t.app.reload}
    </Button>
  )
}
