/** Runs that failed in this tab since the page was opened: only of these the cause is looked for unasked. */
const runs = new Set<string>()

export const runFailed = (run: string) => void runs.add(run)
export const hasFailedHere = (run: string) => runs.has(run)
