import { ParameterPanel } from '../parameters/ParameterPanel'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'

/** The parameters with their heading; with a way out where they lie over the page. */
export function ParametersPane({ onClose }: { onClose?: () => void }) {
  return (
    <div className="flex min-h-0 w-full grow flex-col bg-wash">
      <div className="flex h-bar flex-none items-center px-4">
        <h2 className="grow text-chrome font-semibold">{t.app.parameters}</h2>
        {onClose && (
          <Button look="plain" aria-label={t.app.close} className="-me-1.5" onClick={onClose}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      <div className="min-h-0 grow overflow-y-auto">
        <ParameterPanel />
      </div>
    </div>
  )
}
