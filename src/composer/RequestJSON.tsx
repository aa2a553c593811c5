import { useMemo, useState } from 'react'
import type { RequestBody } from '../protocol/wire'
import { announce } from '../state/notices'
import { Button } from '../ui/Button'
import { useCopy } from '../ui/useCopy'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

/** Pictures go along as text; a page of a few million letters helps nobody. */
const most = 100_000

const copyWords = { none: t.tokens.copy, copied: t.tokens.copied, failed: t.tokens.copyFailed }

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
  const [outcome, copy] = useCopy(() => announce('copied'))
  return (
    <div className="relative mt-2">
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
        tabIndex={0}
        aria-label={t.tokens.json}
        className="max-h-96 overflow-auto rounded-block bg-code p-3 font-mono text-small whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text.slice(0, most)}
      </pre>
      {text.length > most && (
        <p className="mt-1 text-small text-faint">{t.tokens.jsonMore(count(text.length - most))}</p>
      )}
      <Button className="absolute end-2 top-2" onClick={() => copy(text)}>
        {copyWords[outcome]}
      </Button>
    </div>
  )
}
