import { useEffect, useEffectEvent } from 'react'
import { Composer } from '../composer/Composer'
import { useNotices } from '../state/notices'
import { panelOpened, usePanel } from '../state/panels'
import { useLink, useOpenConversation } from '../state/route'
import { useIsSearching, useSearchAsked } from '../state/searching'
import { paneToggled, useSettings } from '../state/settings'
import { useIsTemporary } from '../state/temporary'
import { useVaultWanted } from '../state/vaultWanted'
import { Thread } from '../thread/Thread'
import { ErrorBoundary, failureShown } from '../ui/ErrorBoundary'
import { t } from '../words/t'
import { Header } from './Header'
import { LiveRegion } from './LiveRegion'
import {
  Library,
  Notices,
  Panels,
  ParametersPane,
  SharedPage,
  StartLink,
  TemporaryBar,
  VaultDialog,
} from './lazyPanes'
import { showFailure } from './showFailure'
import { useMedia } from './useMedia'
import { useOpenTitle, usePageTitle } from './usePageTitle'
import { useShortcuts } from './useShortcuts'
import { useTheme } from './useTheme'

/**
 * The rooms put together: what is in the middle, what stands beside it, what lies over it. The panes are contained:
 * else each frame of a reply would paint them as well.
 */
export function App() {
  return (
    <failureShown.Provider value={showFailure}>
      <ErrorBoundary>
        <Page />
      </ErrorBoundary>
    </failureShown.Provider>
  )
}

function Page() {
  useTheme()
  useShortcuts()
  const shared = useLink('shared-link')
  const wanted = useVaultWanted()
  return (
    <>
      {shared === null ? <Rooms /> : <SharedPage hash={shared} />}
      {wanted && <VaultDialog {...wanted} />}
    </>
  )
}

// The same elements each time: what a room shows does not change with the frame around it.
const library = <Library />
const thread = <Thread />
const composer = <Composer />
const parametersPane = <ParametersPane />

function Rooms() {
  const id = useOpenConversation()
  const title = useOpenTitle()
  const isTemporary = useIsTemporary(id)
  // A browser remembers the titles of its pages: what is kept nowhere gives none away.
  usePageTitle(id === null || isTemporary ? undefined : title)
  const startLink = useLink('start-link')
  const hasNotices = useNotices().length > 0
  const panes = useSettings((all) => all.panes)
  const fits = { library: useMedia('(min-width: 860px)'), parameters: useMedia('(min-width: 1180px)') }
  const beside = {
    library: fits.library && panes.library,
    parameters: fits.parameters && panes.parameters,
  }
  const searching = useIsSearching()
  const asked = useSearchAsked()
  const showSearch = useEffectEvent(() => {
    if (!fits.library) panelOpened('library')
    else if (!panes.library) paneToggled('library')
  })
  useEffect(() => {
    if (asked) showSearch()
  }, [asked])
  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#composer"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('composer')?.focus()
        }}
        className="sr-only z-20 rounded-chip bg-raised px-3 py-2 text-chrome focus:not-sr-only focus:px-3 focus:py-2 focus:absolute focus:start-2 focus:top-2"
      >
        {t.app.skip}
      </a>
      {beside.library && (
        <div
          className={`contain-strict flex ${searching ? 'w-search' : 'w-library'} flex-none border-e border-line`}
        >
          {library}
        </div>
      )}
      <main className="relative flex min-w-0 grow flex-col">
        <Header fits={fits} beside={beside} />
        {isTemporary && <TemporaryBar />}
        <ErrorBoundary>{thread}</ErrorBoundary>
        <ErrorBoundary>{composer}</ErrorBoundary>
        {startLink !== null && <StartLink hash={startLink} />}
        {hasNotices && <Notices />}
      </main>
      {beside.parameters && (
        <aside
          aria-label={t.app.parameters}
          className="contain-strict flex w-parameters flex-none border-s border-line bg-wash"
        >
          {parametersPane}
        </aside>
      )}
      <OverThePage />
      <LiveRegion />
    </div>
  )
}

function OverThePage() {
  const { name } = usePanel()
  return name === 'none' ? null : <Panels />
}
