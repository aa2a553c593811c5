/**
 * Does something once the page has nothing better to do, and after `atMost` milliseconds in any case; tells it how long
 * it may take, where that is known. Gives what takes it back.
 */
export function whenIdle(work: (free?: number) => void, atMost = 500): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    // Safari has no idle callbacks: a tenth of the time lets it finish what it has begun.
    const timer = setTimeout(work, atMost / 10)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback((deadline) => work(deadline.timeRemaining()), { timeout: atMost })
  return () => cancelIdleCallback(request)
}
