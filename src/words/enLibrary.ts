/** The words of the list of conversations. */

export const list = {
  empty: 'Conversations you begin are listed here. They stay on this device.',
  noneTagged: 'No conversation has these tags.',
  temporary: 'Temporary',
  pinned: 'Pinned',
  today: 'Today',
  yesterday: 'Yesterday',
  lastWeek: 'Last 7 days',
  /** What a screen reader says of a folder's heading. */
  folder: (folder: string, count: number) =>
    `Folder ${folder}, ${count === 1 ? '1 conversation' : `${count} conversations`}`,
  rename: 'Rename',
  pin: 'Pin',
  unpin: 'Unpin',
  move: 'Folder…',
  tag: 'Tags…',
  archive: 'Archive',
  unarchive: 'Unarchive',
  share: 'Share…',
  export: 'Export…',
  select: 'Select',
  keep: 'Keep',
  remove: 'Remove',
  actions: (title: string) => `Actions for “${title}”`,
  titleOf: (title: string) => `New title for “${title}”`,
  replying: 'replying',
  onThisDevice: 'On this device',
  settings: 'Settings',
  more: 'More ways to begin',
  newTemporary: 'Temporary conversation',
  tags: 'Tags',
  archived: (count: string) => `Archived (${count})`,
  showArchived: 'Show archived conversations',
}

export const selecting = {
  bar: 'Selected conversations',
  count: (count: number, text: string) => (count === 1 ? '1 selected' : `${text} selected`),
  all: 'All',
  selectAll: 'Select all',
  done: 'Done',
  doneLong: 'End the selection',
  folder: 'Folder',
  tags: 'Tags',
  export: 'Export',
}

export const filing = {
  folder: 'Folder',
  noFolder: 'No folder',
  newFolder: 'New folder',
  newFolderHint: 'A / puts one folder into another.',
  move: 'Move',
  tags: 'Tags',
  newTag: 'New tag',
  add: 'Add',
  noTags: 'There are no tags yet.',
}

/** What has been done, with a way back beside it. */
export const done = {
  pinned: (what: string) => `${what} pinned.`,
  unpinned: (what: string) => `${what} no longer pinned.`,
  archived: (what: string) => `${what} archived.`,
  unarchived: (what: string) => `${what} taken out of the archive.`,
  moved: (what: string, folder: string) => `${what} moved to ${folder}.`,
  movedOut: (what: string) => `${what} taken out of its folder.`,
  tagged: (what: string) => `Tags of ${what} changed.`,
  removed: (what: string) => `${what} was removed.`,
  removedMany: (what: string) => `${what} were removed.`,
  one: (title: string) => `“${title}”`,
  many: (count: string) => `${count} conversations`,
}

export const temporary = {
  badge: 'Temporary',
  /** Before it begins, and once it has. */
  next: 'The conversation that begins here is kept nowhere: it is gone when this page closes or reloads.',
  here: 'This conversation is kept nowhere: it is gone when this page closes or reloads.',
  keep: 'Keep',
  kept: 'This conversation is kept on this device from now on.',
  begin: 'Temporary conversation',
  title: 'Temporary conversation',
}
