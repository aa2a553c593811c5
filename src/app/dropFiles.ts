import { filesGiven } from '../state/importing'
import { importOpened } from '../state/panels'
import { t } from '../words/rooms'

/** Files that are dropped anywhere on the page, and that nothing else has taken, are shown as what can be imported. */
export function takeDroppedFiles(): void {
  const sign = document.createElement('div')
  sign.className =
    'pointer-events-none fixed inset-2 z-50 flex items-center justify-center rounded-box border-2 border-dashed border-accent bg-wash/80 text-text text-accent'
  sign.textContent = t.files.dropHere
  const isOurs = (event: DragEvent) =>
    !event.defaultPrevented &&
    event.dataTransfer?.types.includes('Files') === true &&
    !document.querySelector('dialog[open]')
  addEventListener('dragover', (event) => {
    if (!isOurs(event)) return
    event.preventDefault()
    document.body.append(sign)
  })
  addEventListener('dragleave', (event) => {
    // Only who leaves the window leaves nothing for something else.
    if (event.relatedTarget === null) sign.remove()
  })
  addEventListener('drop', (event) => {
    sign.remove()
    if (!isOurs(event)) return
    event.preventDefault()
    void filesGiven([...(event.dataTransfer?.files ?? [])])
    importOpened()
  })
}
