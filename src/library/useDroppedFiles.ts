import { useEffect } from 'react'
import { filesGiven } from '../state/importing'
import { importOpened } from '../state/panels'
import { t } from '../words/rooms'

/** Files that are dropped anywhere on the page, and that nothing else has taken, are shown as what can be imported. */
export function useDroppedFiles(): void {
  useEffect(() => {
    const end = new AbortController()
    const sign = document.createElement('div')
    sign.className =
      'pointer-events-none fixed inset-0 z-20 flex items-center justify-center bg-wash text-accent'
    sign.textContent = t.files.dropHere
    const isOurs = (event: DragEvent) =>
      !event.defaultPrevented &&
      event.dataTransfer?.types.includes('Files') === true &&
      !document.querySelector('dialog[open]')
    const on = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      addEventListener(type, act, { signal: end.signal })
    on('dragover', (event) => {
      if (!isOurs(event)) return
      event.preventDefault()
      document.body.append(sign)
    })
    on('dragleave', ({ relatedTarget }) => {
      // Only who leaves the window leaves nothing for something else.
      if (relatedTarget === null) sign.remove()
    })
    on('drop', (event) => {
      sign.remove()
      if (!isOurs(event)) return
      event.preventDefault()
      void filesGiven([...(event.dataTransfer?.files ?? [])])
      importOpened()
    })
    return () => {
      end.abort()
      sign.remove()
    }
  }, [])
}
