import { type ReactNode, Suspense, lazy, useState } from 'react'
import { useOpenConversation } from '../state/route'
import { t } from '../words/t'
import { DoneNote } from './DoneNote'
import { PresetMenu } from './PresetMenu'

const PresetDialog = lazy(() => import('./PresetDialog').then((dialog) => ({ default: dialog.PresetDialog })))

/** The panel's name and its presets; `children` is what else belongs at the end of the line. */
export function PanelHead({ children }: { children: ReactNode }) {
  const id = useOpenConversation()
  const [managing, setManaging] = useState(false)
  return (
    <>
      <div className="flex h-bar flex-none items-center gap-1 px-4">
        <h2 className="grow text-chrome font-semibold">{t.app.parameters}</h2>
        <PresetMenu conversation={id} onManage={() => setManaging(true)} />
        {children}
      </div>
      {/* The dialog has one of its own: it covers this one. */}
      {!managing && <DoneNote conversation={id} />}
      {managing && (
        <Suspense>
          <PresetDialog conversation={id} onClose={() => setManaging(false)} />
        </Suspense>
      )}
    </>
  )
}
