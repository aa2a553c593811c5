import { database } from './database'

/** What the reader has picked a folder for. */
type Purpose = 'backup'

/** The folder that was picked; undefined if there is none. Whether it may be written in is another question. */
export const loadPlace = async (purpose: Purpose): Promise<FileSystemDirectoryHandle | undefined> =>
  (await database()).get('places', purpose)

export async function savePlace(purpose: Purpose, folder: FileSystemDirectoryHandle): Promise<void> {
  await (await database()).put('places', folder, purpose)
}

export async function removePlace(purpose: Purpose): Promise<void> {
  await (await database()).delete('places', purpose)
}

/** Does work that only one tab may do at a time; who does not wait leaves it to the tab that is at it. */
export async function asOnlyOne(
  purpose: Purpose,
  { waits }: { waits: boolean },
  work: () => Promise<void>,
): Promise<void> {
  await navigator.locks.request(`parley-${purpose}`, { ifAvailable: !waits }, async (lock) => {
    if (lock) await work()
  })
}
