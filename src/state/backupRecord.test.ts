import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BackupRecord, backupName, dueAt, isUnmarked, readBackupRecord } from './backupRecord'

const minute = 60_000
const hour = 60 * minute
const record = (facts: Partial<BackupRecord>): BackupRecord => ({
  folder: 'Backups',
  schedule: 'changes',
  written: [],
  ...facts,
})

test('a backup follows a change, but never within ten minutes, or a day', () => {
  const at = 100 * hour
  const kept = { last: at, begun: at }
  expect(dueAt(record(kept), undefined)).toBeUndefined()
  expect(dueAt(record(kept), at)).toBeUndefined()
  expect(dueAt(record(kept), at + 1)).toBe(at + 10 * minute)
  expect(dueAt(record(kept), at + hour)).toBe(at + hour + 10_000)
  expect(dueAt(record({ ...kept, schedule: 'daily' }), at + hour)).toBe(at + 24 * hour)
  expect(dueAt(record({ ...kept, schedule: 'daily' }), at)).toBeUndefined()
  expect(dueAt(record({ ...kept, schedule: 'off' }), at + hour)).toBeUndefined()
  const { folder: _none, ...without } = record(kept)
  expect(dueAt(without, at + hour)).toBeUndefined()
  // One that failed is tried again in ten minutes, also the first.
  expect(dueAt(record({ last: at, begun: at + 2 * hour }), at + hour)).toBe(at + 2 * hour + 10 * minute)
  expect(dueAt(record({ begun: at }), undefined)).toBe(at + 10 * minute)
})

test('whatever changes while a backup is written is in it, or in the next', () => {
  const step = fc.constantFrom('change', 'begin', 'succeed', 'fail')
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let now = 1
      let changed: number | undefined
      let newest = 0
      let taken = 0
      let backup = record({ last: 0, begun: 0 })
      let writing: { begun: number; holds: number } | undefined
      for (const what of steps) {
        now++
        if (what === 'change') {
          newest = now
          if (isUnmarked(backup, changed)) changed = now
        } else if (what === 'begin' && !writing) {
          writing = { begun: now, holds: newest }
          backup = { ...backup, begun: now }
        } else if (writing) {
          if (what === 'succeed') {
            backup = { ...backup, last: writing.begun }
            taken = writing.holds
          }
          writing = undefined
        }
        if (taken < newest) expect(dueAt(backup, changed)).toBeDefined()
      }
    }),
  )
})

test('names stand in the order of time', () => {
  expect(backupName(new Date(2026, 10, 3, 6, 2).getTime())).toBe('parley-2026-11-03T0602')
  const moment = fc.date({ min: new Date(2000, 0, 1), max: new Date(9999, 0, 1), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, (one, other) => {
      // Where clocks are set back an hour comes twice.
      if (one.getTimezoneOffset() !== other.getTimezoneOffset() || one > other) return
      expect(backupName(one.getTime()) <= backupName(other.getTime())).toBe(true)
    }),
  )
})

test('what was kept is read as far as it is what it should be', () => {
  const written = [{ name: 'a.parley.json', size: 1, modified: 2 }]
  const whole = { folder: 'B', schedule: 'daily', last: 3, begun: 4, written, writing: 'b' } as const
  expect(readBackupRecord({ version: 1, ...whole })).toEqual(whole)
  expect(readBackupRecord({ folder: 1, schedule: 'now', last: 'x', written: [{ name: 1 }, null] })).toEqual({
    schedule: 'off',
    written: [],
  })
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(readBackupRecord(value).written).toBeInstanceOf(Array)
    }),
  )
})

test('one that failed before it could begin is tried again in ten minutes', () => {
  const at = 100 * hour
  expect(dueAt(record({ last: 1, begun: 1 }), 2, at)).toBe(at + 10 * minute)
  expect(dueAt(record({ last: 1, begun: at + 1 }), 2, at)).toBe(at + 1 + 10 * minute)
})
