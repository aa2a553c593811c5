import type { ComponentProps } from 'react'
import { panelClosed, usePanel } from '../state/panels'
import { messageRevealed } from '../state/reveal'
import { useOpenConversation } from '../state/route'
import { Dialog } from '../ui/Dialog'
import { lazyPart } from '../ui/lazyPart'
import { t } from '../words/rooms'
import { Library, Notices, ParametersPane } from './lazyPanes'

const Settings = lazyPart(() => import('../settings/Settings').then((room) => room.Settings))
const BeforeSending = lazyPart(() => import('../composer/BeforeSending').then((room) => room.BeforeSending))
const Outline = lazyPart(() => import('../workbench/Outline').then((room) => room.Outline))
const CodePanel = lazyPart(() => import('../workbench/CodePanel').then((room) => room.CodePanel))
const ShareDialog = lazyPart(() => import('../library/ShareDialog').then((room) => room.ShareDialog))
const ImportDialog = lazyPart(() => import('../library/ImportDialog').then((room) => room.ImportDialog))
const ExportDialog = lazyPart(() => import('../library/ExportDialog').then((room) => room.ExportDialog))
const InspectorPane = lazyPart(() => import('./InspectorPane').then((pane) => pane.InspectorPane))
const RecordPane = lazyPart(() => import('./RecordPane').then((pane) => pane.RecordPane))
const ComparePane = lazyPart(() => import('./ComparePane').then((pane) => pane.ComparePane))

/** What lies over the page, one thing at a time. */
export function Panels() {
  const panel = usePanel()
  const id = useOpenConversation()
  if (panel.name === 'library')
    return (
      <Over title={t.app.library} place="left">
        <Library onGo={panelClosed} />
        {/* Those of the page lie behind this. */}
        <Notices />
      </Over>
    )
  if (panel.name === 'parameters')
    return (
      <Over title={t.app.parameters} place="right">
        <ParametersPane onClose={panelClosed} />
      </Over>
    )
  if (panel.name === 'settings')
    return (
      <Over title={t.common.settings}>
        <Settings add={panel.add} />
      </Over>
    )
  if (panel.name === 'sending')
    return (
      <Over title={t.common.beforeSending} place="tall">
        <BeforeSending conversation={id} role={panel.role} />
      </Over>
    )
  if (panel.name === 'code')
    return (
      <Over title={t.code.title} place="tall">
        <CodePanel conversation={id} of={panel.of} />
      </Over>
    )
  if (panel.name === 'share' && id !== null)
    return (
      <Over title={t.sharing.title}>
        <ShareDialog conversation={id} from={panel.from} render={staticMarkup} />
      </Over>
    )
  if (panel.name === 'import')
    return (
      <Over title={t.files.importTitle} place="tall">
        <ImportDialog />
      </Over>
    )
  if (panel.name === 'export')
    return (
      <Over title={t.files.exportTitle}>
        <ExportDialog ids={panel.ids} render={staticMarkup} />
      </Over>
    )
  if (panel.name === 'outline' && id !== null)
    return (
      <Over title={t.panels.outline} place="tall">
        <Outline conversation={id} onGo={goTo} />
      </Over>
    )
  if (panel.name === 'compare' && id !== null)
    return (
      <Over title={t.common.compare} place="wide">
        <ComparePane key={panel.message} conversation={id} message={panel.message} onDone={goTo} />
      </Over>
    )
  if (panel.name === 'inspector' && id !== null)
    return (
      <Over title={t.inspector.title} place="wide">
        <InspectorPane key={panel.message} conversation={id} message={panel.message} />
      </Over>
    )
  if (panel.name === 'record')
    return (
      // Its own, so that the focus begins anew where another dialog has led here.
      <Over key={`${panel.flight.run} ${panel.flight.started}`} title={t.inspector.title} place="wide">
        <RecordPane flight={panel.flight} />
      </Over>
    )
  return null
}

/** Markdown for pages that are saved; the dialogs that save them know nothing of it. */
const staticMarkup = async (text: string, prefix: string) =>
  (await import('../markdown/staticMarkup')).staticMarkup(text, prefix)

function Over({ children, ...rest }: Pick<ComponentProps<typeof Dialog>, 'title' | 'place' | 'children'>) {
  return (
    <Dialog {...rest} close={t.app.close} onClose={panelClosed}>
      {children}
    </Dialog>
  )
}

/** Back to the thread, to a message that is on screen again. */
function goTo(message: string) {
  panelClosed()
  messageRevealed(message)
}
