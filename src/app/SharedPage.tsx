import { type ComponentProps, useEffect } from 'react'
import { notify } from '../state/notices'
import { panelClosed, usePanel } from '../state/panels'
import { rerunsForgotten } from '../state/rerun'
import { sharedLinkContinued, sharedLinkOpened, useSharedLink } from '../state/sharedLink'
import { SharedThread } from '../thread/SharedThread'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/rooms'
import { Rerun } from '../workbench/Rerun'
import { LiveRegion } from './LiveRegion'
import { Notices } from './Notices'
import { SharedGate } from './SharedGate'
import { Panels } from './lazyPanes'
import { messageParts } from './messageParts'
import { usePageName, usePageTitle } from './usePageTitle'

const OwnRerun = (props: Omit<ComponentProps<typeof Rerun>, 'parts'>) => (
  <Rerun {...props} parts={messageParts} />
)

/** What the page is called while no conversation is open in it. */
const titles = {
  reading: t.sharing.shared,
  open: t.sharing.shared,
  sealed: t.sharing.locked,
  refused: t.sharing.faultName,
}

/** A conversation as it stands in a link: to be read, run again, and copied into the reader's own. */
export function SharedPage({ hash }: { hash: string }) {
  useEffect(() => {
    void sharedLinkOpened(hash)
    return () => {
      rerunsForgotten()
      panelClosed()
    }
  }, [hash])
  const link = useSharedLink()
  const tree = link.status === 'open' ? link.tree : undefined
  const title = tree ? tree.conversation.title || t.app.untitled : titles[link.status]
  const name = usePageName()
  const panel = usePanel().name
  usePageTitle(title)
  return (
    <div className="relative flex h-dvh flex-col overflow-hidden">
      <header className="flex h-bar flex-none items-center gap-2 border-b border-line px-3">
        <a
          href="#/"
          title={t.sharing.home}
          dir="auto"
          className="flex min-h-8 max-w-[40%] items-center rounded-chip px-1.5 text-text font-semibold tracking-tight hover:bg-wash"
        >
          <span className="truncate phone:hidden">{name}</span>
          <span className="hidden phone:block">
            <Icon name="list" />
          </span>
        </a>
        <h1 dir="auto" className="min-w-0 grow truncate px-1 font-medium">
          {title}
        </h1>
        {tree && (
          <Button look="primary" title={t.sharing.continueHint} onClick={continueHere}>
            {t.sharing.continue}
          </Button>
        )}
      </header>
      <main className="flex min-h-0 grow flex-col">
        {link.status === 'open' ? (
          <SharedThread tree={link.tree} leftOut={link.leftOut} Rerun={OwnRerun} />
        ) : (
          <SharedGate link={link} />
        )}
      </main>
      <Notices />
      {panel === 'record' && <Panels />}
      <LiveRegion />
    </div>
  )
}

function continueHere() {
  const done = sharedLinkContinued()
  if (!done) return
  notify({
    type: 'link-continued',
    text: done.model ? t.sharing.continued(done.model) : t.sharing.continuedNowhere,
    action: { label: t.app.undo, act: done.undo },
  })
}
