import { type ReactNode, useState } from 'react'
import { useOpenConversation } from '../state/route'
import { lazyPart } from '../ui/lazyPart'
import { t } from '../words/t'
import { DoneNote } from './DoneNote'
import { PresetMenu } from './PresetMenu'

const PresetDialog = lazyPart(() => import('./PresetDialog').then((dialog) => dialog.PresetDialog))

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
      {managing && <PresetDialog conversation={id} onClose={() => setManaging(false)} />}
    </>
  )
}
