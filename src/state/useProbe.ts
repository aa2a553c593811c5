import { useEffect, useRef, useState } from 'react'
import type { Endpoint } from '../api/endpoint'
import { type ProbeProgress, probeEndpoint } from './probeEndpoint'

/** A probe of an endpoint, as it goes on; it ends with what shows it. */
export function useProbe(endpoint: Endpoint) {
  const [progress, setProgress] = useState<ProbeProgress>()
  const [state, setState] = useState<'idle' | 'running' | 'stopped' | 'done'>('idle')
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = (model: string) => {
    const mine = new AbortController()
    running.current = mine
    setProgress({ results: {}, requests: 0, tokens: 0, uncounted: 0 })
    setState('running')
    const run = async () => {
      await probeEndpoint({ endpoint, model }, mine.signal, setProgress)
      if (!mine.signal.aborted) setState('done')
    }
    void run()
  }
  const stop = () => {
    running.current?.abort()
    setState('stopped')
  }
  return { progress, state, start, stop }
}
