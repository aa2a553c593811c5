import { useEffect, useId, useRef } from 'react'
import {
  backedUpNow,
  backupStopped,
  canPickFolder,
  folderPicked,
  scheduleChosen,
  schedules,
  useFolderBackup,
} from '../state/folderBackup'
import { Button } from '../ui/Button'
import { Segmented } from '../ui/Segmented'
import { count, exactMoment } from '../words/numbers'
import { t } from '../words/rooms'

/** Backups that are written by themselves into a folder of the reader's. */
export function FolderBackup() {
  const { record } = useFolderBackup()
  const title = useId()
  const group = useRef<HTMLDivElement>(null)
  const words = t.data.folder
  const { folder } = record
  const before = useRef(folder)
  useEffect(() => {
    // The button that was pressed has gone.
    if (before.current !== folder && document.activeElement === document.body) group.current?.focus()
    before.current = folder
  }, [folder])
  return (
    <div ref={group} tabIndex={-1} role="group" aria-labelledby={title} className="flex flex-col gap-2.5">
      <h4 id={title} className="mt-1.5 text-small font-semibold text-soft">
        {words.title}
      </h4>
      {!canPickFolder() && <p className="max-w-prose text-small text-faint">{words.unable}</p>}
      {canPickFolder() && folder === undefined && (
        <>
          <div>
            <Button onClick={() => void folderPicked()}>{words.pick}</Button>
          </div>
          <p className="max-w-prose text-small text-faint">{words.hint}</p>
        </>
      )}
      {canPickFolder() && folder !== undefined && <Chosen folder={folder} />}
    </div>
  )
}

function Chosen({ folder }: { folder: string }) {
  const { record, state } = useFolderBackup()
  const schedule = useId()
  const words = t.data.folder
  return (
    <>
      <p className="text-soft">
        {words.name}: <bdi className="font-semibold text-ink [overflow-wrap:anywhere]">{folder}</bdi>
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span id={schedule} className="text-soft">
          {words.schedule}
        </span>
        <div className="w-80 max-w-full">
          <Segmented
            labelledBy={schedule}
            value={record.schedule}
            options={schedules.map((value) => ({ value, label: words.schedules[value] }))}
            onChange={scheduleChosen}
          />
        </div>
      </div>
      <p role="status" className={`max-w-prose ${state.status === 'failed' ? 'text-warn' : 'text-soft'}`}>
        {state.status === 'writing'
          ? words.writing(count(state.done), count(state.of))
          : state.status === 'lapsed'
            ? t.data.folderLapsed(folder)
            : state.status === 'failed'
              ? t.data.folderFailed(
                  folder,
                  state.failure.reason,
                  state.failure.reason === 'other' ? state.failure.message : '',
                )
              : record.last === undefined
                ? words.never
                : words.last(exactMoment(record.last))}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => void backedUpNow()}>
          {state.status === 'lapsed' ? t.data.folderAllow : words.now}
        </Button>
        <Button onClick={() => void folderPicked()}>{words.pickOther}</Button>
        <Button onClick={() => void backupStopped()}>{words.stop}</Button>
      </div>
      <p className="max-w-prose text-small text-faint">{words.scheduleHint}</p>
    </>
  )
}
