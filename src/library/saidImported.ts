import type { importConfirmed } from '../state/importing'
import { notify } from '../state/notices'
import { goTo } from '../state/route'
import { t } from '../words/rooms'

/** Says what was taken in, with the way back, and goes there where it is one. */
export function saidImported(taken: Awaited<ReturnType<typeof importConfirmed>>): void {
  if (!taken) return
  const { ids, failed, others, undo } = taken
  const [only] = ids
  if (only !== undefined && ids.length === 1) goTo(only)
  const text = !ids.length
    ? others
      ? t.files.importedOthers(others)
      : t.files.importedNone
    : failed
      ? t.files.importedPartly(ids.length, failed)
      : t.files.imported(ids.length)
  notify({
    type: 'imported',
    text,
    ...(ids.length + others > 0 && { action: { label: t.app.undo, act: () => void undo() } }),
  })
}
