import { useMemo } from 'react'
import { type Stretch, wordDiff } from './wordDiff'

/** A text in stretches, those marked that another one does not have. */
export function Stretches({ of }: { of: readonly Stretch[] }) {
  return of.map(({ text, same }, at) =>
    same ? (
      text
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- stretches have no names and are made anew together
      <ins key={at} className="rounded-sm bg-mark text-ink no-underline forced-colors:underline">
        {text}
      </ins>
    ),
  )
}

/** A text with the words marked that `base` does not have; without a base, or past all measure, as it stands. */
export function Marked({ text, base }: { text: string; base: string | undefined }) {
  const stretches = useMemo(() => (base === undefined ? undefined : wordDiff(base, text)), [base, text])
  return stretches ? <Stretches of={stretches} /> : text
}
