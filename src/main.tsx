import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { keepOffline } from './app/keepOffline'
import { prepareWhenIdle } from './app/prepareWhenIdle'
import { takeOver } from './app/takeOver'
import './index.css'
import { libraryOpened } from './state/conversations'
import { draftsOpened } from './state/drafts'
import { operatorConfigOpened } from './state/operatorConfig'
import { readHash } from './state/route'

// There the screen stands that is shown in the place of the program (public/early.js).
if (location.hash !== '#/recovery') start()

function start() {
  operatorConfigOpened()

  const openStorage = () => {
    void libraryOpened()
    void draftsOpened()
    void import('./state/keys').then(({ keysOpened }) => keysOpened()).catch(() => undefined)
  }
  // Who only reads a link has nothing to do with what is kept.
  if (readHash(location.hash).name === 'shared-link')
    addEventListener('hashchange', openStorage, { once: true })
  else openStorage()

  takeOver(() => {
    const root = createRoot(document.getElementById('root')!)
    flushSync(() =>
      root.render(
        <StrictMode>
          <App />
        </StrictMode>,
      ),
    )
  })

  void prepareWhenIdle().then(keepOffline)
}
