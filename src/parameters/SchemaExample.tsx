import { useState } from 'react'
import { inferSchema } from '../protocol/inferSchema'
import { isJsonObject } from '../protocol/isObject'
import type { JsonObject, JsonValue } from '../protocol/wire'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { JsonControl } from './JsonControl'
import { useNames } from './ParameterFrame'

/** A schema from an example of what is wanted. */
export function SchemaExample({ onInfer }: { onInfer: (schema: JsonObject) => void }) {
  const [example, setExample] = useState<JsonValue>()
  const names = useNames()
  return (
    <div className="mb-2 rounded-block border border-line p-2.5">
      <p id={names.label} className="text-small text-soft">
        {t.schema.example}
      </p>
      <p id={names.about} className="mb-1.5 text-small text-faint">
        {t.schema.aboutExample}
      </p>
      <JsonControl
        names={names}
        value={example}
        // What JsonControl gives has been read from JSON.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        onChange={(value) => setExample(value as JsonValue | undefined)}
      />
      <Button
        look="primary"
        className="mt-1.5"
        disabled={example === undefined}
        onClick={() => example !== undefined && onInfer(inferSchema(asRoot(example)))}
      >
        {t.schema.infer}
      </Button>
    </div>
  )
}

/** The API wants an object at the top. */
function asRoot(example: JsonValue): JsonObject {
  if (isJsonObject(example)) return example
  return Array.isArray(example) ? { items: example } : { value: example }
}
