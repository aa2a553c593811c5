import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { freeFileName, removeEmpty, removeWritten, writeFile } from '../storage/folderFiles'
import { isPermitted, permissionAsked, pickFolder } from '../storage/pickFolder'
import { asOnlyOne, loadPlace, removePlace, savePlace } from '../storage/places'
import { libraryFile } from './backup'
import {
  type BackupFailure,
  type BackupRecord,
  type Schedule,
  backupName,
  dueAt,
  isUnmarked,
  keepChange,
  keepRecord,
  keptChange,
  keptRecord,
  onRecordChange,
} from './backupRecord'
import { held, onChange } from './conversations'
import { notify, noticesOver } from './notices'
import { isTemporary } from './temporary'

export { canPickFolder } from '../storage/pickFolder'
export { type Schedule, schedules } from './backupRecord'

interface FolderBackup {
  record: BackupRecord
  /** `lapsed` is a permission that the browser has forgotten. */
  state:
    | { status: 'resting' | 'lapsed' }
    | { status: 'writing'; done: number; of: number }
    | { status: 'failed'; failure: BackupFailure }
}

/** So many files are kept. */
const mostKept = 5
/** So long it is waited at most, in milliseconds, before it is looked again. */
const longest = 86_400_000

const backup = createStore<FolderBackup>()(() => ({ record: keptRecord(), state: { status: 'resting' } }))
let timer: ReturnType<typeof setTimeout> | undefined
let changed = keptChange()
/** When one failed last in this tab. */
let tried: number | undefined

export const useFolderBackup = () => useStore(backup)
const currentRecord = () => backup.getState().record

function recorded(change: Partial<BackupRecord>): void {
  const record = { ...currentRecord(), ...change }
  backup.setState({ record })
  if (!keepRecord(record)) notify({ type: 'settings-not-kept' })
}

/** Lets the reader pick a folder, and writes the first backup into it. */
export async function folderPicked(): Promise<void> {
  const folder = await pickFolder()
  if (!folder) return
  let isSame = false
  try {
    const before = await loadPlace('backup')
    isSame = before !== undefined && (await folder.isSameEntry(before))
    await savePlace('backup', folder)
  } catch (error) {
    return failed(folder.name, error)
  }
  const { schedule, folder: name, ...rest } = currentRecord()
  const kept = { folder: folder.name, schedule: name === undefined ? 'changes' : schedule } as const
  backup.setState({ record: isSame ? { ...rest, ...kept } : { ...kept, written: [] } })
  recorded({})
  await backedUpNow()
}

export function scheduleChosen(schedule: Schedule): void {
  recorded({ schedule })
  arm()
}

/** No backup is made any more. The files stay where they are. */
export async function backupStopped(): Promise<void> {
  clearTimeout(timer)
  backup.setState({ record: { schedule: 'off', written: [] } })
  recorded({})
  rested()
  await removePlace('backup')
}

/** Makes a backup at a press of the reader's, who is asked for permission if the browser has forgotten it. */
export async function backedUpNow(): Promise<void> {
  if (backup.getState().state.status === 'writing') return
  const folder = await loadPlace('backup').catch(() => undefined)
  if (folder && !(await permissionAsked(folder).catch(() => false))) return lapsed()
  await asOnlyOne('backup', { waits: true }, backUp)
  arm()
}

async function backedUpIfDue(): Promise<void> {
  await asOnlyOne('backup', { waits: false }, async () => {
    // Another tab may have been here.
    backup.setState({ record: keptRecord() })
    const due = dueAt(currentRecord(), changed, tried)
    if (due !== undefined && due <= Date.now()) await backUp()
  })
  if (backup.getState().state.status !== 'lapsed') arm()
}

function rested() {
  backup.setState({ state: { status: 'resting' } })
  noticesOver('backup-waits')
  noticesOver('backup-failed')
}

function lapsed() {
  backup.setState({ state: { status: 'lapsed' } })
  const { folder = '' } = currentRecord()
  notify({ type: 'backup-waits', folder, allow: () => void backedUpNow() })
}

/** Writes what is there now, and lets the oldest go. Only one tab does so at a time. */
async function backUp(): Promise<void> {
  try {
    const folder = await loadPlace('backup')
    if (!folder) return await backupStopped()
    if (!(await isPermitted(folder))) return lapsed()
    await written(folder)
    rested()
  } catch (error) {
    failed(currentRecord().folder ?? '', error)
  }
}

function failed(folder: string, error: unknown): void {
  tried = Date.now()
  const failure = failureOf(error)
  backup.setState({ state: { status: 'failed', failure } })
  notify({ type: 'backup-failed', folder, failure })
}

async function written(folder: FileSystemDirectoryHandle): Promise<void> {
  const begun = Date.now()
  const { writing: unfinished } = keptRecord()
  backup.setState({ record: keptRecord(), state: { status: 'writing', done: 0, of: 0 } })
  if (unfinished !== undefined) await removeEmpty(folder, unfinished)
  const writing = await freeFileName(folder, backupName(begun))
  recorded({ begun, writing })
  const told = (done: number, of: number) => backup.setState({ state: { status: 'writing', done, of } })
  const file = await writeFile(folder, writing, await libraryFile(told))
  const { writing: _whole, ...record } = currentRecord()
  const all = [...record.written, file]
  const kept = all.slice(-mostKept)
  backup.setState({ record: { ...record, written: kept, last: begun } })
  recorded({})
  // It is no harm if one cannot be removed: there is one more.
  for (const old of all.slice(0, -mostKept)) await removeWritten(folder, old).catch(() => undefined)
}

function failureOf(error: unknown): BackupFailure {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotFoundError') return { reason: 'gone' }
  if (name === 'QuotaExceededError') return { reason: 'full' }
  return { reason: 'other', message: error instanceof Error ? error.message : String(error) }
}

/** Sets the clock to when the next backup is due. */
function arm(): void {
  clearTimeout(timer)
  const due = dueAt(currentRecord(), changed, tried)
  if (due === undefined) return
  // A clock that was set back is no reason to wait for a year.
  const pause = Math.min(Math.max(due - Date.now(), 0), longest)
  timer = setTimeout(() => void backedUpIfDue(), pause)
}

function noteChange(): void {
  if (currentRecord().folder === undefined || !isUnmarked(currentRecord(), changed)) return
  changed = Date.now()
  keepChange(changed)
  arm()
}

const goneOrBack = () => Object.keys(held.getState().missing).length

onChange((id) => !isTemporary(id) && noteChange())
let missing = goneOrBack()
held.subscribe(() => {
  if (goneOrBack() === missing) return
  missing = goneOrBack()
  noteChange()
})
// Another tab writes backups, or the reader has chosen otherwise there.
onRecordChange(() => {
  const record = keptRecord()
  if (record.last !== currentRecord().last) rested()
  backup.setState({ record })
  arm()
})
arm()
