/** The first pause before it is asked for again, and the longest, in milliseconds. */
const soon = 1000
const longest = 60_000

/** Loads what the page can do without for a while: what does not come is asked for again, as long as it is wanted. */
export async function untilLoaded<Part>(
  load: () => Promise<Part>,
  isWanted = () => true,
  pause = soon,
): Promise<Part> {
  try {
    return await load()
  } catch (error) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (!isWanted()) throw error
    return untilLoaded(load, isWanted, Math.min(2 * pause, longest))
  }
}
