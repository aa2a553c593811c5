import { filesGiven } from '../state/importing'
import { importOpened } from '../state/panels'
import { readHash } from '../state/route'
import { t } from '../words/rooms'

const hasFiles = ({ defaultPrevented, dataTransfer }: DragEvent) =>
  !defaultPrevented && dataTransfer?.types.includes('Files') === true

/** Nothing is imported over something else, or beside a stranger's link. */
const canTake = () =>
  !document.querySelector('dialog[open]') && readHash(location.hash).name !== 'shared-link'

/** Files that are dropped anywhere on the page, and that nothing else has taken, are shown as what can be imported. */
export function takeDroppedFiles(): void {
  const sign = document.createElement('div')
  sign.className =
    'pointer-events-none fixed inset-0 z-20 flex items-center justify-center bg-wash text-accent'
  sign.textContent = t.files.dropHere
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return
    // Also where they cannot be taken: else the browser would leave the page for them.
    event.preventDefault()
    if (canTake()) document.body.append(sign)
    else if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
  })
  addEventListener('dragleave', ({ relatedTarget }) => {
    // Only who leaves the window leaves nothing for something else.
    if (relatedTarget === null) sign.remove()
  })
  addEventListener('drop', (event) => {
    sign.remove()
    if (!hasFiles(event)) return
    event.preventDefault()
    if (!canTake()) return
    void filesGiven([...(event.dataTransfer?.files ?? [])])
    importOpened()
  })
}
