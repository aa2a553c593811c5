import { loadLocal, saveLocal } from '../storage/local'
import { keptForGood } from './storageUse'

/** Under this name stands whether the browser has been asked, or will be at the reader's next act. */
const name = 'askedToKeep'

/**
 * An answer is in storage: from the first one on there is something to lose, so the browser is asked, once, to keep it for
 * good. Firefox puts that question to the reader, so there it waits until they have just done something.
 */
export function answerKept(): void {
  if (loadLocal(name) !== undefined) return
  if (/firefox/i.test(navigator.userAgent)) saveLocal(name, 'next')
  else ask()
}

/** The reader has just sent something. */
export function readerSent(): void {
  if (loadLocal(name) === 'next') ask()
}

function ask() {
  // Who cannot remember that would ask again and again.
  if (saveLocal(name, 'asked')) void keptForGood()
}
