/** What went wrong, and how long the next try has to wait. */
export const Attempted = ({ problem, wait }: { problem: string | undefined; wait: string }) => (
  <p role="alert" className="max-w-prose text-small text-warn empty:hidden">
    {[problem, wait].filter(Boolean).join(' ')}
  </p>
)
