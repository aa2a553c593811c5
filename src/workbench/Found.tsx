/** So many places are marked: each is an element, and nobody looks at more. */
const most = 300

/** A text with what was looked for marked, whatever its case. */
export function Found({ text, sought }: { text: string; sought: string }) {
  if (!sought) return text
  const lower = text.toLowerCase()
  // Where a letter has another length in its other case the places would not fit.
  if (lower.length !== text.length) return text
  const parts: (string | { marked: string })[] = []
  let from = 0
  for (let at = lower.indexOf(sought); at >= 0 && parts.length < 2 * most; at = lower.indexOf(sought, from)) {
    parts.push(text.slice(from, at), { marked: text.slice(at, at + sought.length) })
    from = at + sought.length
  }
  parts.push(text.slice(from))
  return parts.map((part, at) =>
    typeof part === 'string' ? (
      part
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the stretches have no names and are made anew together
      <mark key={at} className="rounded-sm bg-mark text-ink">
        {part.marked}
      </mark>
    ),
  )
}
