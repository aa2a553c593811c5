import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { MessageId } from '../conversation/Message'
import type { ErrorRecord } from '../protocol/ChatError'
import { announce } from './notices'

/** A request that was refused, and will be sent again. */
export interface RetryWait {
  error: ErrorRecord
  /** When it will be sent again, in milliseconds since 1970. */
  until: number
  /** Which attempt that will be, and of how many. */
  attempt: number
  attempts: number
  /** Sends it at once. */
  now: () => void
  /** Leaves it as it is: failed. */
  cancel: () => void
}

/** By the message that waits. They live as long as the page. */
const waits = createStore<Record<MessageId, RetryWait>>()(() => ({}))

export const useRetryWait = (message: MessageId): RetryWait | undefined =>
  useStore(waits, (all) => all[message])

/** Waits before a request is sent again; resolves with whether it should be. A signal that is aborted says no. */
export function waitToRetry(
  message: MessageId,
  wait: Omit<RetryWait, 'now' | 'cancel' | 'until'> & { delay: number },
  signal: AbortSignal,
): Promise<boolean> {
  const { delay, ...facts } = wait
  if (signal.aborted) return Promise.resolve(false)
  // Several that wait together are one piece of news.
  if (!Object.keys(waits.getState()).length) announce('retrying')
  return new Promise((resolve) => {
    const over = (again: boolean) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      waits.setState(({ [message]: _over, ...others }) => others, true)
      resolve(again)
    }
    const now = () => over(true)
    const cancel = () => over(false)
    const timer = setTimeout(now, delay)
    signal.addEventListener('abort', cancel)
    waits.setState({ [message]: { ...facts, until: Date.now() + delay, now, cancel } })
  })
}
