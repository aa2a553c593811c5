/** What Chromium's File System Access API has besides the standard; other browsers let no page write into a folder. */
interface Picker {
  showDirectoryPicker?: (options: {
    id: string
    mode: 'readwrite'
    startIn: 'documents'
  }) => Promise<FileSystemDirectoryHandle>
}
type Permitted = FileSystemDirectoryHandle & {
  queryPermission?: (descriptor: { mode: 'readwrite' }) => Promise<PermissionState>
  requestPermission?: (descriptor: { mode: 'readwrite' }) => Promise<PermissionState>
}

const { showDirectoryPicker }: Picker & typeof globalThis = globalThis

export const canPickFolder = (): boolean => showDirectoryPicker !== undefined

/** Lets the reader pick a folder to write in, at a press of theirs; undefined if they do not. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await showDirectoryPicker?.({ id: 'parley', mode: 'readwrite', startIn: 'documents' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

const mode = 'readwrite'

/** Whether the folder may be written in now. Browsers forget that, some with every visit. */
export const isPermitted = async (folder: Permitted): Promise<boolean> =>
  ((await folder.queryPermission?.({ mode })) ?? 'granted') === 'granted'

/** The same; the reader is asked if need be, which browsers allow only at a press of theirs. */
export const permissionAsked = async (folder: Permitted): Promise<boolean> =>
  (await isPermitted(folder)) || (await folder.requestPermission?.({ mode })) === 'granted'
