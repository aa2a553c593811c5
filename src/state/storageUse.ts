/** What the browser says of the room that this page has. */
export interface StorageUse {
  /** Bytes, as far as the browser tells. */
  usage: number | undefined
  quota: number | undefined
  /** Whether it keeps all of it until the reader removes it; undefined where it cannot say. */
  persisted: boolean | undefined
  /** Whether it is Safari, which removes what a page keeps when nobody visits for seven days. */
  evicts: boolean
}

/** Looks at the room that is used. There is no such thing on plain http. */
export async function storageUse(): Promise<StorageUse> {
  const { storage } = navigator
  const { usage, quota } = (await storage?.estimate?.().catch(() => undefined)) ?? {}
  const persisted = await storage?.persisted?.().catch(() => undefined)
  // An installed page is left alone, and so is one that is kept for good.
  const isInstalled = matchMedia('(display-mode: standalone)').matches
  const isSafari = /^((?!chrome|android|crios|fxios).)*safari/i.test(navigator.userAgent)
  return { usage, quota, persisted, evicts: isSafari && !isInstalled && !persisted }
}

/** Asks the browser to keep all of it for good. Firefox asks the reader, so this is done at a press of theirs. */
export const keptForGood = async (): Promise<boolean> =>
  (await navigator.storage?.persist?.().catch(() => false)) ?? false
