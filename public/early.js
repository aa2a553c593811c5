/*
 * Runs before the first paint, ahead of the program: the page takes the shape and the theme it will have, and the
 * composer, which stands in the HTML, can be typed in at once. `src/app/takeOver.ts` carries over what was typed. Where
 * the program does not come, or at `#/recovery`, it shows the screen that leads to what is kept (`src/app/recovery.ts`).
 */
;(() => {
  const page = document.documentElement
  try {
    const { theme, panes = {} } = JSON.parse(localStorage.getItem('parley.settings') ?? '{}')
    if (theme === 'light' || theme === 'dark') page.dataset.theme = theme
    if (panes.library === false) page.classList.add('no-library')
    if (panes.parameters === false) page.classList.add('no-parameters')
  } catch {
    // Storage is forbidden or holds something else: the page looks as it does at first.
  }
  // What becomes a script by its address is a worker of this folder, or one that the page holds itself.
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      const { href } = new URL(address, document.baseURI)
      return href.startsWith(new URL('.', document.baseURI).href) || href.startsWith('blob:') ? address : null
    },
  })
  // A keyboard is at hand where a mouse is: there the first word can be typed at once.
  new MutationObserver((_, observer) => {
    const field = document.getElementById('composer')
    if (!field) return
    observer.disconnect()
    early().hidden = location.hash.startsWith('#/s/')
    if (matchMedia('(hover: hover)').matches) field.focus({ preventScroll: true })
  }).observe(page, { childList: true, subtree: true })
  const early = () => document.getElementById('early')
  const on = (type, listen) => document.addEventListener(type, listen, true)
  on('compositionstart', () => early()?.setAttribute('data-composing', ''))
  on('compositionend', () => early()?.removeAttribute('data-composing'))
  on('keydown', (event) => {
    const shell = early()
    if (!shell || event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return
    // Whoever sends before the program has started is not asked to do it again.
    event.preventDefault()
    shell.dataset.sent = ''
  })
  on('input', () => early()?.removeAttribute('data-sent'))

  const recover = (reason) => {
    const show = () => self.parleyRecovery.recoveryShown(reason)
    if (self.parleyRecovery) return show()
    const script = document.createElement('script')
    script.src = './recovery.js'
    script.addEventListener('load', show)
    document.head.append(script)
  }
  const byHand = () => location.hash === '#/recovery'
  /** Whether the program has drawn nothing although it is through; an input method is not interrupted. */
  const isBlank = () => {
    const shell = early()
    const root = document.getElementById('root')
    return shell ? !('composing' in shell.dataset) : !root?.hidden && !root?.childElementCount
  }
  let failed
  addEventListener(
    'error',
    ({ target, message, error }) => {
      // What loads nothing of ours has no word in whether the page is there.
      if (target !== self && target.type !== 'module') return
      failed ??= String(error?.message ?? message ?? target.src)
      setTimeout(look)
    },
    true,
  )
  const look = () => {
    if (document.readyState !== 'loading' && failed !== undefined && isBlank()) recover(failed)
  }
  on('DOMContentLoaded', () => setTimeout(() => (byHand() ? recover() : look())))
  addEventListener('hashchange', () => byHand() && recover())
})()
