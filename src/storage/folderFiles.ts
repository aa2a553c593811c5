/** A file in the reader's folder, as it was when it was written. One that looks otherwise now is somebody else's. */
export interface WrittenFile {
  name: string
  size: number
  /** Milliseconds since 1970. */
  modified: number
}

const endsWith = '.parley.json'

/** The first name for a file that nothing in the folder has: `stem`, `stem-2`, …. */
export async function freeFileName(folder: FileSystemDirectoryHandle, stem: string): Promise<string> {
  for (let count = 1; ; count++) {
    const name = `${stem}${count > 1 ? `-${count}` : ''}${endsWith}`
    if (!(await isTaken(folder, name))) return name
  }
}

async function isTaken(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name)
    return true
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return false
    // A folder may have that name.
    if (isNamed(error, 'TypeMismatchError')) return true
    throw error
  }
}

/**
 * Writes a file under a name that is free. Until it is whole, the browser writes elsewhere and leaves an empty file under the
 * name (`createWritable`), which goes if it fails.
 */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: Blob,
): Promise<WrittenFile> {
  const handle = await folder.getFileHandle(name, { create: true })
  try {
    const stream = await handle.createWritable()
    try {
      await stream.write(content)
      await stream.close()
    } catch (error) {
      await stream.abort().catch(() => undefined)
      throw error
    }
  } catch (error) {
    await removeEmpty(folder, name).catch(() => undefined)
    throw error
  }
  const { size, lastModified } = await handle.getFile()
  return { name, size, modified: lastModified }
}

/** Removes a file that was to be written and never was, as when the page went away. */
export const removeEmpty = (folder: FileSystemDirectoryHandle, name: string): Promise<void> =>
  removeIf(folder, name, ({ size }) => size === 0)

/** Removes a file, if it still is what was written. */
export const removeWritten = (folder: FileSystemDirectoryHandle, file: WrittenFile): Promise<void> =>
  removeIf(
    folder,
    file.name,
    ({ size, lastModified }) => size === file.size && lastModified === file.modified,
  )

async function removeIf(
  folder: FileSystemDirectoryHandle,
  name: string,
  isOurs: (file: File) => boolean,
): Promise<void> {
  if (!(await isTaken(folder, name))) return
  const handle = await folder.getFileHandle(name)
  if (isOurs(await handle.getFile())) await folder.removeEntry(name)
}

const isNamed = (error: unknown, name: string) => error instanceof DOMException && error.name === name
