import { useState } from 'react'

/**
 * What is being typed for a value, kept as it was typed for as long as it stands for that value: half a number, a
 * blank line, JSON with a comma too many. When the value becomes another one elsewhere, `read` begins anew.
 */
export function useHeld<Typed>(
  value: unknown,
  read: () => Typed,
): [Typed, (typed: Typed, value: unknown) => void] {
  const [held, setHeld] = useState<{ typed: Typed; stands: string | undefined }>()
  const now = JSON.stringify(value)
  return [
    held && held.stands === now ? held.typed : read(),
    (typed, stands) => setHeld({ typed, stands: JSON.stringify(stands) }),
  ]
}
