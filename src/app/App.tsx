import { Suspense, lazy } from 'react'
import { Composer } from '../composer/Composer'
import { Library } from '../library/Library'
import { panelClosed, usePanel } from '../state/panels'
import { useSettings } from '../state/settings'
import { Thread } from '../thread/Thread'
import { Dialog } from '../ui/Dialog'
import { t } from '../words/t'
import { ErrorBoundary } from './ErrorBoundary'
import { Header } from './Header'
import { LiveRegion } from './LiveRegion'
import { Notices } from './Notices'
import { useMedia } from './useMedia'
import { usePageTitle } from './usePageTitle'
import { useShortcuts } from './useShortcuts'
import { useTheme } from './useTheme'

const ParametersPane = lazy(() =>
  import('./ParametersPane').then((pane) => ({ default: pane.ParametersPane })),
)
const Settings = lazy(() => import('../settings/Settings').then((room) => ({ default: room.Settings })))

/** The rooms put together: what is in the middle, what stands beside it, what lies over it. */
export function App() {
  useTheme()
  usePageTitle()
  useShortcuts()
  const panel = usePanel()
  const panes = useSettings((all) => all.panes)
  const fits = { library: useMedia('(min-width: 860px)'), parameters: useMedia('(min-width: 1180px)') }
  const beside = {
    library: fits.library && panes.library,
    parameters: fits.parameters && panes.parameters,
  }
  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#composer"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('composer')?.focus()
        }}
        className="sr-only z-20 rounded-chip bg-raised px-3 py-2 text-chrome focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
      >
        {t.app.skip}
      </a>
      {beside.library && (
        <div className="flex w-library flex-none border-e border-line">
          <ErrorBoundary>
            <Library />
          </ErrorBoundary>
        </div>
      )}
      <main className="relative flex min-w-0 grow flex-col">
        <Header fits={fits} beside={beside} />
        <ErrorBoundary>
          <Thread />
        </ErrorBoundary>
        <ErrorBoundary>
          <Composer />
        </ErrorBoundary>
        <Notices />
      </main>
      {beside.parameters && (
        <aside
          aria-label={t.app.parameters}
          className="flex w-parameters flex-none border-s border-line bg-wash"
        >
          <ErrorBoundary>
            <Suspense>
              <ParametersPane />
            </Suspense>
          </ErrorBoundary>
        </aside>
      )}
      {panel.name === 'library' && (
        <Dialog title={t.app.library} close={t.app.close} place="left" onClose={panelClosed}>
          <Library onGo={panelClosed} />
        </Dialog>
      )}
      {panel.name === 'parameters' && (
        <Dialog title={t.app.parameters} close={t.app.close} place="right" onClose={panelClosed}>
          <Suspense>
            <ParametersPane onClose={panelClosed} />
          </Suspense>
        </Dialog>
      )}
      {panel.name === 'settings' && (
        <Dialog title={t.settings.title} close={t.app.close} onClose={panelClosed}>
          <ErrorBoundary>
            <Suspense>
              <Settings add={panel.add} />
            </Suspense>
          </ErrorBoundary>
        </Dialog>
      )}
      <LiveRegion />
    </div>
  )
}
