/** The words of what this browser keeps, in Settings. */
export const data = {
  title: 'Data',
  use: (used: string | undefined, room: string | undefined) =>
    used === undefined || room === undefined
      ? 'This browser does not say how much room is used.'
      : `${used} MB are used of the ${room} MB that this browser gives Parley.`,
  room: {
    title: 'What takes room',
    parts: {
      messages: 'Conversations',
      flights: 'Records of requests',
      drafts: 'Half-written words',
      offline: 'The program, for times without a network',
    },
    counts: {
      messages: (count: string) => `${count} messages`,
      flights: (count: string) => `${count} records`,
      drafts: (count: string) => `${count} drafts`,
      offline: (count: string) => `${count} files`,
    },
    about: (size: string) => `about ${size}`,
    nothing: 'nothing',
    archive: (count: string) => `Archive (${count})`,
    free: 'Remove',
    freeOf: (what: string) => `Remove: ${what}`,
    sure: 'Remove for good?',
    freed: {
      flights: 'The records of requests have been removed. The messages are as they were.',
      offline: 'The program has been removed. The next visit with a network fetches it again.',
    },
    hint: 'Conversations are removed in the list: Select, below it, takes many at once. The search keeps nothing here. A browser counts more than these parts, and gives room back when it likes.',
  },
  persisted: 'The browser keeps it until you remove it.',
  notPersisted: 'The browser may remove it when the disk is full.',
  evicts:
    'Safari removes what a page keeps after seven days of its use in which nobody has opened that page. Add Parley to the Dock or the Home Screen, or make backups.',
  persist: 'Keep it for good',
  persistGiven: 'The browser keeps it from now on.',
  persistRefused: 'The browser does not promise to keep it. Make backups.',
  backup: 'Back everything up',
  backupHint:
    'All conversations with their branches, and presets, in one file. Import puts its conversations and presets beside those that are there. Endpoints stand in it without their keys and the values of their headers.',
  backingUp: (done: string, all: string) => `${done} of ${all} conversations`,
  backedUp: 'The backup has been given to the browser to save.',
  failed: (reason: string) => `The backup could not be made. ${reason}`,
  folder: {
    title: 'Backups into a folder',
    unable:
      'This browser lets no page write into a folder; Chrome, Edge and others like them do, on a computer. Here, save a backup from time to time with the button above.',
    hint: 'Pick a folder, and Parley writes backups into it by itself while it is open: a file each, complete or not at all. The newest five that it wrote are kept, and nothing else in the folder is touched.',
    pick: 'Choose a folder…',
    pickOther: 'Choose another folder…',
    name: 'Folder',
    schedule: 'By itself',
    schedules: { off: 'Never', changes: 'After changes', daily: 'Once a day' },
    scheduleHint: 'After changes: at most every ten minutes. Nothing is written while nothing has changed.',
    now: 'Back up now',
    stop: 'Stop',
    never: 'No backup has been written yet.',
    last: (moment: string) => `Last backup: ${moment}.`,
    writing: (done: string, all: string) => `Writing: ${done} of ${all} conversations`,
    gone: 'No backups are written any more. The files are still in the folder.',
  },
  notFreed: (reason: string) => `It could not be removed. ${reason}`,
  folderAllow: 'Allow',
  folderSettings: 'Settings',
  folderLapsed: (folder: string) =>
    `Backups wait: the browser asks anew whether Parley may write into the folder “${folder}”.`,
  folderFailed: (folder: string, reason: 'gone' | 'full' | 'other', message = '') =>
    `No backup could be written into the folder “${folder}”. ${
      reason === 'gone'
        ? 'It is not there any more: choose it again, or another.'
        : reason === 'full'
          ? 'There is no room left: free some on that disk, or choose another folder.'
          : `${message && message.replace(/\.?$/, '. ')}It is tried again in ten minutes; if that does not help, choose another folder.`
    }`,
}
