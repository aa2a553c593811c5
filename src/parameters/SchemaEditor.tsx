import { useState } from 'react'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { t } from '../words/rooms'
import type { JsonSchemaFormat } from './jsonSchemaFormat'
import { SchemaFields } from './SchemaFields'

interface Props {
  format: JsonSchemaFormat
  onChange: (format: JsonSchemaFormat) => void
}

/** The schema of an answer, in the panel or, with more room, over the page. */
export function SchemaEditor({ format, onChange }: Props) {
  const [large, setLarge] = useState(false)
  return (
    <div className="mt-2">
      {/* It stays beneath: a text that is not JSON yet is still there afterwards. */}
      <div hidden={large}>
        <SchemaFields format={format} onChange={onChange}>
          <Button onClick={() => setLarge(true)}>{t.schema.larger}</Button>
        </SchemaFields>
      </div>
      {large && (
        <Dialog title={t.schema.title} close={t.app.close} place="tall" onClose={() => setLarge(false)}>
          <div className="p-4 text-chrome">
            <SchemaFields format={format} onChange={onChange} />
          </div>
        </Dialog>
      )}
    </div>
  )
}
