import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import './index.css'
import { libraryOpened } from './state/conversations'
import { draftsOpened } from './state/drafts'
import { keysOpened } from './state/keys'
import { loadSending } from './state/sending'
import { loadMessageList } from './thread/Thread'
import { takeOver } from './app/takeOver'

void libraryOpened()
void draftsOpened()
void keysOpened()

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

// What the first reply needs comes while nobody waits for it.
const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1000))
whenIdle(() => {
  // Without a network it does not come; it is asked for again when it is needed.
  Promise.all([loadSending(), loadMessageList(), import('./markdown/Markdown')]).catch(() => undefined)
})
