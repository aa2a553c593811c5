import { PanelHead } from '../parameters/PanelHead'
import { ParameterPanel } from '../parameters/ParameterPanel'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'

/** The parameters with their heading; with a way out where they lie over the page. */
export function ParametersPane({ onClose }: { onClose?: () => void }) {
  return (
    <div className="flex min-h-0 w-full grow flex-col bg-wash">
      <PanelHead>
        {onClose && (
          <Button look="plain" aria-label={t.app.close} className="-me-1.5" onClick={onClose}>
            <Icon name="close" />
          </Button>
        )}
      </PanelHead>
      <div className="min-h-0 grow overflow-y-auto">
        <ParameterPanel />
      </div>
    </div>
  )
}
