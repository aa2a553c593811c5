import { useEffect, useState } from 'react'
import type { FlightStep } from '../flights/readFlight'

/** A frame of a replay is shown so many milliseconds after the one before, at least. */
const frame = 50

/** Where a replay stands, and what moves it. Times are milliseconds of the record. */
export function useReplay(steps: readonly FlightStep[], length: number) {
  const [at, setAt] = useState(length)
  const [isAsked, setPlaying] = useState(false)
  const [speed, setSpeed] = useState(1)
  const isOver = at >= length
  const isPlaying = isAsked && !isOver
  useEffect(() => {
    if (!isPlaying) return undefined
    let last = performance.now()
    let request = 0
    const move = (now: number) => {
      request = requestAnimationFrame(move)
      if (now - last < frame) return
      const passed = (now - last) * speed
      last = now
      setAt((before) => Math.min(length, before + passed))
    }
    request = requestAnimationFrame(move)
    return () => cancelAnimationFrame(request)
  }, [isPlaying, speed, length])
  return {
    at,
    isPlaying,
    isOver,
    speed,
    setSpeed,
    seek: (to: number) => {
      setPlaying(false)
      setAt(to)
    },
    toggle: () => {
      if (isOver) setAt(0)
      setPlaying(!isPlaying)
    },
    step: () => {
      setPlaying(false)
      setAt(steps.find((one) => one.at > at)?.at ?? length)
    },
  }
}
