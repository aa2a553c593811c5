import { draftChanged, draftOf, newMessage } from '../state/drafts'
import { openConversationId } from '../state/route'
import { draftSubmitted } from '../state/sending'

/**
 * The composer stands in the HTML, so that it can be typed in before the program is there. `render` replaces it, in
 * one go; what was typed, where the caret was, and an Enter pressed too early are carried over. An input method that
 * is in the middle of a word is not interrupted: it is waited for.
 */
export function takeOver(render: () => void): void {
  const shell = document.getElementById('early')
  const field = shell?.querySelector('textarea')
  if (!shell || !field) return render()
  if ('composing' in shell.dataset) {
    field.addEventListener('compositionend', () => setTimeout(() => takeOver(render)), { once: true })
    return
  }
  const place = openConversationId() ?? newMessage
  const { value, selectionStart, selectionEnd } = field
  const focused = document.activeElement === field
  const sent = 'sent' in shell.dataset
  if (value) draftChanged(place, [draftOf(place), value].filter(Boolean).join('\n'))
  render()
  const composer = document.getElementById('composer')
  if (focused && composer instanceof HTMLTextAreaElement) {
    composer.focus({ preventScroll: true })
    const before = composer.value.length - value.length
    composer.setSelectionRange(before + selectionStart, before + selectionEnd)
  }
  if (sent && value.trim()) draftSubmitted(openConversationId())
}
