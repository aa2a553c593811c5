import type { Marks } from '../state/search'

/** A text in which some places are marked. */
export function MarkedText({ text, marks }: { text: string; marks: Marks }) {
  return marks.length ? [...pieces(text, marks)] : text
}

function* pieces(text: string, marks: Marks) {
  let end = 0
  for (const [from, to] of marks) {
    yield text.slice(end, from)
    yield (
      <mark key={from} className="rounded-[2px] bg-mark text-ink">
        {text.slice(from, to)}
      </mark>
    )
    end = to
  }
  yield text.slice(end)
}
