import { useEffect, useMemo, useState } from 'react'
import type { RequestBody } from '../protocol/wire'
import { useCalibration } from '../state/calibrations'
import { countRequest, encodingOf, estimateRequest } from '../state/countRequest'

type Count = ReturnType<typeof estimateRequest>

/** The tokens of a request: estimated at once, counted as soon as there is a tokeniser. */
export function useRequestCount(endpoint: string, body: RequestBody, model = '') {
  const seen = useCalibration(endpoint, model)
  const encoding = encodingOf(model)
  const [answer, setAnswer] = useState<{ to: RequestBody; count: Count | undefined }>()
  useEffect(() => {
    if (!encoding) return
    let gone = false
    const ask = async () => {
      const count = await countRequest(encoding, body)
      if (!gone) setAnswer({ to: body, count })
    }
    void ask()
    return () => {
      gone = true
    }
  }, [encoding, body])
  const estimate = useMemo(() => estimateRequest(body, seen), [body, seen])
  const isAnswered = answer?.to === body
  const counted = isAnswered ? answer.count : undefined
  return {
    count: counted ?? estimate,
    encoding,
    /** Where the count comes from. */
    by: counted
      ? ('tokeniser' as const)
      : encoding && !isAnswered
        ? ('estimate-until-counted' as const)
        : encoding
          ? ('estimate-in-need' as const)
          : seen
            ? ('calibrated-estimate' as const)
            : ('estimate' as const),
  }
}
