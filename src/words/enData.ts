/** The words of what this browser keeps, in Settings. */
export const data = {
  title: 'Data',
  use: (used: string | undefined, room: string | undefined) =>
    used === undefined || room === undefined
      ? 'This browser does not say how much room is used.'
      : `${used} MB are used of the ${room} MB that this browser gives Parley.`,
  persisted: 'The browser keeps it until you remove it.',
  notPersisted: 'The browser may remove it when the disk is full.',
  evicts:
    'Safari removes what a page keeps when nobody has visited it for seven days. Add Parley to the Dock or the Home Screen, or make backups.',
  persist: 'Keep it for good',
  persistGiven: 'The browser keeps it from now on.',
  persistRefused: 'The browser does not promise to keep it. Make backups.',
  backup: 'Back everything up',
  backupHint:
    'All conversations with their branches, and presets, in one file. Import puts its conversations and presets beside those that are there. Endpoints stand in it without their keys and the values of their headers.',
  backingUp: (done: string, all: string) => `${done} of ${all} conversations`,
  backedUp: 'The backup has been given to the browser to save.',
  failed: (reason: string) => `The backup could not be made. ${reason}`,
}
