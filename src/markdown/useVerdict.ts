import { useEffect, useRef, useState } from 'react'
import type { Verdict } from './answerReader'
import { type Checking, type Said, checkInWorker } from './checkInWorker'

const nothing: Verdict = { violation: undefined, fits: false, unusable: false }

/** What a schema says of an answer, as far as it has been checked; `not-loaded` if that cannot be done. */
export function useVerdict(
  schema: object | undefined,
  text: string,
  streaming: boolean,
): Verdict | 'not-loaded' {
  const checking = useRef<Checking>(undefined)
  const [known, setKnown] = useState<{ schema: object; said: Said }>()
  useEffect(() => {
    if (!schema) return undefined
    const begun = checkInWorker(schema, (said) => setKnown({ schema, said }))
    checking.current = begun
    return () => {
      checking.current = undefined
      begun.end()
    }
  }, [schema])
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another schema has to hear of all of it
  useEffect(() => checking.current?.more(text, streaming), [schema, text, streaming])
  if (!known || known.schema !== schema) return nothing
  const { said } = known
  // What goes on stays wrong where it was; what was said of another text counts no more.
  if (said === 'not-loaded' || said.unusable) return said
  if (!text.startsWith(said.text)) return nothing
  return { ...said, fits: said.fits && text === said.text && streaming === said.streaming }
}
