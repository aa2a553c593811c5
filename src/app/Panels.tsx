import type { ReactNode } from 'react'
import { panelClosed, usePanel } from '../state/panels'
import { messageRevealed } from '../state/reveal'
import { useOpenConversation } from '../state/route'
import { Dialog } from '../ui/Dialog'
import { lazyPart } from '../ui/lazyPart'
import { t } from '../words/rooms'
import { ErrorBoundary } from './ErrorBoundary'
import { LiveRegion } from './LiveRegion'
import { Library, ParametersPane } from './lazyPanes'

const Settings = lazyPart(() => import('../settings/Settings').then((room) => room.Settings))
const BeforeSending = lazyPart(() => import('../composer/BeforeSending').then((room) => room.BeforeSending))
const Outline = lazyPart(() => import('../workbench/Outline').then((room) => room.Outline))
const ShareDialog = lazyPart(() => import('../library/ShareDialog').then((room) => room.ShareDialog))
const ComparePane = lazyPart(() => import('./ComparePane').then((pane) => pane.ComparePane))

/** What lies over the page, one thing at a time, and the live region, which is only heard in the topmost. */
export function Panels() {
  const panel = usePanel()
  const id = useOpenConversation()
  if (panel.name === 'library')
    return (
      <Dialog title={t.app.library} close={t.app.close} place="left" onClose={panelClosed}>
        <Library onGo={panelClosed} />
        <LiveRegion />
      </Dialog>
    )
  if (panel.name === 'parameters')
    return (
      <Dialog title={t.app.parameters} close={t.app.close} place="right" onClose={panelClosed}>
        <Inside>
          <ParametersPane onClose={panelClosed} />
        </Inside>
      </Dialog>
    )
  if (panel.name === 'settings')
    return (
      <Dialog title={t.panels.settings} close={t.app.close} onClose={panelClosed}>
        <Inside>
          <Settings add={panel.add} />
        </Inside>
      </Dialog>
    )
  if (panel.name === 'sending')
    return (
      <Dialog title={t.panels.tokens} close={t.app.close} place="tall" onClose={panelClosed}>
        <Inside>
          <BeforeSending conversation={id} role={panel.role} />
        </Inside>
      </Dialog>
    )
  if (panel.name === 'share' && id !== null)
    return (
      <Dialog title={t.sharing.title} close={t.app.close} onClose={panelClosed}>
        <Inside>
          <ShareDialog conversation={id} from={panel.from} />
        </Inside>
      </Dialog>
    )
  if (panel.name === 'outline' && id !== null)
    return (
      <Dialog title={t.panels.outline} close={t.app.close} place="tall" onClose={panelClosed}>
        <Inside>
          <Outline conversation={id} onGo={goTo} />
        </Inside>
      </Dialog>
    )
  if (panel.name === 'compare' && id !== null)
    return (
      <Dialog title={t.panels.compare} close={t.app.close} place="wide" onClose={panelClosed}>
        <Inside>
          <ComparePane key={panel.message} conversation={id} message={panel.message} onDone={goTo} />
        </Inside>
      </Dialog>
    )
  return <LiveRegion />
}

function Inside({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary>
      {children}
      <LiveRegion />
    </ErrorBoundary>
  )
}

/** Back to the thread, to a message that is on screen again. */
function goTo(message: string) {
  panelClosed()
  messageRevealed(message)
}
