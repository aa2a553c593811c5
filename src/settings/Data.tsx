import { useEffect, useState } from 'react'
import { libraryFile } from '../state/backup'
import { type StorageUse, keptForGood, storageUse } from '../state/storageUse'
import { Button } from '../ui/Button'
import { saveFile } from '../ui/saveFile'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { FolderBackup } from './FolderBackup'
import { RoomTaken } from './RoomTaken'

/** What this browser keeps: how much it is, whether it stays, a backup of it, and the way to all of it. */
export function Data() {
  const [use, setUse] = useState<StorageUse>()
  const [told, setTold] = useState('')
  useEffect(() => {
    void storageUse().then(setUse)
  }, [])
  const keep = async () => {
    const kept = await keptForGood()
    setTold(kept ? t.data.persistGiven : t.data.persistRefused)
    setUse(await storageUse())
  }
  const backUp = async () => {
    try {
      const file = await libraryFile((done, all) => setTold(t.data.backingUp(count(done), count(all))))
      saveFile(`parley-${new Date().toISOString().slice(0, 10)}.parley.json`, file)
      setTold(t.data.backedUp)
    } catch (error) {
      setTold(t.data.failed(error instanceof Error ? error.message : String(error)))
    }
  }
  return (
    <>
      {use && <p className="max-w-prose text-soft">{t.data.use(sizeOf(use.usage), sizeOf(use.quota))}</p>}
      {use && (
        <p className="max-w-prose text-soft">
          {use.persisted ? t.data.persisted : t.data.notPersisted}
          {use.evicts && ` ${t.data.evicts}`}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => void backUp()}>{t.data.backup}</Button>
        {use?.persisted === false && <Button onClick={() => void keep()}>{t.data.persist}</Button>}
        <a href="#/recovery" className="px-1.5 text-small text-accent underline underline-offset-2">
          {t.app.recovery}
        </a>
      </div>
      <p className="max-w-prose text-small text-faint">{t.data.backupHint}</p>
      <p role="status" className="text-small text-soft">
        {told}
      </p>
      <FolderBackup />
      <RoomTaken onFreed={() => void storageUse().then(setUse)} />
    </>
  )
}

const sizeOf = (bytes: number | undefined) =>
  bytes === undefined ? undefined : count(Math.ceil(bytes / 1e6))
