import { useMemo } from 'react'
import { type Stretch, wordDiff } from './wordDiff'

const marks = {
  added: { Tag: 'ins', look: 'rounded-sm bg-mark text-ink no-underline forced-colors:underline' },
  removed: { Tag: 'del', look: 'text-faint' },
} as const

/** A text in stretches: marked where another one lacks them, crossed out where only that one has them. */
export function Stretches({ of }: { of: readonly Stretch[] }) {
  return of.map(({ text, kind }, at) => {
    if (kind === 'same') return text
    const { Tag, look } = marks[kind]
    return (
      // oxlint-disable-next-line react/no-array-index-key -- stretches have no names and are made anew together
      <Tag key={at} className={look}>
        {text}
      </Tag>
    )
  })
}

/** A text with the words marked that `base` does not have; without a base, or past all measure, as it stands. */
export function Marked({ text, base }: { text: string; base: string | undefined }) {
  const stretches = useMemo(() => (base === undefined ? undefined : wordDiff(base, text)), [base, text])
  return stretches ? <Stretches of={stretches} /> : text
}
