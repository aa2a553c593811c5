// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { openDB } from 'idb'
import { expect, test, vi } from 'vitest'

test('a backup that fails before it begins is tried again after a pause, not at once', async () => {
  // A newer Parley has been here: nothing can be read any more.
  const newer = await openDB('parley', 1_000_000)
  newer.close()
  const request = (_name: string, _options: LockOptions, work: (lock: unknown) => unknown) => work({})
  Object.assign(navigator, { locks: { request } })
  const record = { folder: 'Backups', schedule: 'changes', last: 1, begun: 1, written: [] }
  localStorage.setItem('parley.backup', JSON.stringify(record))
  localStorage.setItem('parley.backupChanged', '2')
  const waits = vi.spyOn(globalThis, 'setTimeout')
  const begun = (wait: unknown) => Number(wait) > 590_000
  await import('./folderBackup')
  await expect.poll(() => waits.mock.calls.map(([, wait]) => wait).some(begun)).toBe(true)
})
