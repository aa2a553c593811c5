/** The words of the list of conversations. */

export const list = {
  empty: 'Conversations you begin are listed here. They stay on this device.',
  today: 'Today',
  yesterday: 'Yesterday',
  lastWeek: 'Last 7 days',
  lastMonth: 'Last 30 days',
  older: 'Older',
  rename: 'Rename',
  remove: 'Remove',
  actions: (title: string) => `Actions for “${title}”`,
  titleOf: (title: string) => `New title for “${title}”`,
  replying: 'replying',
  onThisDevice: 'On this device',
  settings: 'Settings',
  removed: (title: string) => `“${title}” was removed.`,
}
