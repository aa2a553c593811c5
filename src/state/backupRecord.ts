import { isObject } from '../protocol/isObject'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'
import type { WrittenFile } from '../storage/folderFiles'

/** When a backup is made by itself: never, soon after a change, or once a day if something has changed. */
export const schedules = ['off', 'changes', 'daily'] as const
export type Schedule = (typeof schedules)[number]

/** What is known of the backups in the reader's folder. All times are milliseconds since 1970. */
export interface BackupRecord {
  /** The name of the folder; undefined while none is picked. */
  folder?: string
  schedule: Schedule
  /** When the last one that succeeded was begun, and the last one of all. */
  last?: number
  begun?: number
  /** The files that are there, the oldest first. */
  written: WrittenFile[]
  /** The name under which a file is being written, or was when the page went away. */
  writing?: string
}

/** Why a backup could not be written: the folder has gone, the disk is full, or what the browser says. */
export type BackupFailure = { reason: 'gone' } | { reason: 'full' } | { reason: 'other'; message: string }

/** A reply and what follows from it belong into one backup; it waits so long after a change. */
const settle = 10_000
/** Two backups by themselves are never closer than this, nor is one that failed and the next. */
const apart = 600_000
const day = 86_400_000

/**
 * When the next backup is due, for what has changed since the last; undefined if none is. `tried` is when one failed last,
 * also before it could begin.
 */
export function dueAt(
  { folder, schedule, last, begun }: BackupRecord,
  changed: number | undefined,
  tried?: number,
): number | undefined {
  if (folder === undefined || schedule === 'off') return undefined
  const isChanged = last === undefined || (changed !== undefined && changed > last)
  if (!isChanged) return undefined
  const pause = schedule === 'daily' && last !== undefined ? last + day : (changed ?? 0) + settle
  return Math.max(pause, ...[begun, tried].flatMap((at) => (at === undefined ? [] : at + apart)))
}

/** Whether a change has to be marked: one that is marked already counts until a backup has begun after it. */
export const isUnmarked = ({ begun }: BackupRecord, changed: number | undefined): boolean =>
  changed === undefined || (begun !== undefined && changed <= begun)

/** How a backup is called that is made at that moment, by the reader's clock: names stand in the order of time. */
export function backupName(now: number): string {
  const at = new Date(now)
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `parley-${date}T${two(at.getHours())}${two(at.getMinutes())}`
}

/** What was kept, as far as it is what it should be. */
export function readBackupRecord(value: unknown): BackupRecord {
  if (!isObject(value)) return { schedule: 'off', written: [] }
  const { folder, schedule, last, begun, written, writing } = value
  return {
    ...(typeof folder === 'string' && { folder }),
    schedule: schedules.find((one) => one === schedule) ?? 'off',
    ...(isMoment(last) && { last }),
    ...(isMoment(begun) && { begun }),
    written: Array.isArray(written) ? written.filter(isWritten) : [],
    ...(typeof writing === 'string' && { writing }),
  }
}

const isMoment = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isWritten = (value: unknown): value is WrittenFile =>
  isObject(value) &&
  typeof value['name'] === 'string' &&
  isMoment(value['size']) &&
  isMoment(value['modified'])

const name = 'backup'
/** Apart from the record, which only who writes the backup changes. */
const changedName = 'backupChanged'

export const keptRecord = (): BackupRecord => readBackupRecord(loadLocal(name))
export const keepRecord = (record: BackupRecord): boolean => saveLocal(name, { version: 1, ...record })

/** When something changed for the first time since a backup was begun. */
export function keptChange(): number | undefined {
  const changed = loadLocal(changedName)
  return isMoment(changed) ? changed : undefined
}
export const keepChange = (at: number): boolean => saveLocal(changedName, at)

/** Calls back when another tab has changed the record. */
export const onRecordChange = (look: () => void): void => onLocalChange(name, look)

/** Calls back as soon as a folder is there for backups, be it picked in another tab. */
export function onBackupWanted(begin: () => void): void {
  const look = () => void (keptRecord().folder !== undefined && begin())
  onRecordChange(look)
  look()
}
