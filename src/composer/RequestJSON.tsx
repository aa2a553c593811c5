import { useMemo, useState } from 'react'
import type { RequestBody } from '../protocol/wire'
import { announce } from '../state/notices'
import { LongText } from '../ui/LongText'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

const words = { none: t.tokens.copy, copied: t.tokens.copied, failed: t.tokens.copyFailed }

/** The body as it goes out. Keys are headers, so there is none in it. */
export function RequestJSON({ body }: { body: RequestBody }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="font-semibold">{t.tokens.json}</summary>
      {open && <Text body={body} />}
    </details>
  )
}

function Text({ body }: { body: RequestBody }) {
  const text = useMemo(() => JSON.stringify(body, null, 2), [body])
  return (
    <div className="mt-2">
      <LongText
        label={t.tokens.json}
        text={text}
        most={100_000}
        rest={(letters) => t.tokens.jsonMore(count(letters))}
        words={words}
        onCopied={() => announce('copied')}
        className="max-h-96"
      />
    </div>
  )
}
