/** What the page has to say besides the conversation. */
export const notices = {
  /** Why what is on screen is not kept. */
  storageFailed: {
    full: 'The browser has no room left. What you see stays on screen but is not kept: copy what you need, or remove conversations.',
    refused:
      'The browser does not let Parley store anything here (a private window, perhaps). What you see is lost when the page closes.',
    newer:
      'A newer Parley has changed what this browser keeps, and this one, of an older version, leaves it alone. Reload the page to get the newer one.',
  },
  unsaved: (conversations: number) =>
    conversations === 1
      ? 'One conversation is not saved as you see it.'
      : `${conversations} conversations are not saved as you see them.`,
  unsavedBecause: {
    full: 'The browser has no room left: remove conversations, or free some of the disk. It is tried again by itself.',
    refused: 'The browser does not let Parley store anything here (a private window, perhaps).',
    newer:
      'A newer Parley has changed what this browser keeps. Export, then reload the page to get the newer one.',
  },
  export: 'Export',
  storageBlocked:
    'Another tab runs an older Parley and holds what this browser keeps. Close that tab: then it goes on here.',
  unreadable: (count: number) =>
    count === 1
      ? 'One record that this browser keeps cannot be read. It is left as it is, and all others are there.'
      : `${count} records that this browser keeps cannot be read. They are left as they are, and all others are there.`,
  safe: 'Parley has started without your settings, endpoints and half-written words. They are still there.',
  safeLeft: 'Start as usual',
  settingsNotKept: 'The browser does not keep these settings. They last until the page closes.',
  queued: 'Will be sent when this reply is finished.',
  keptBeside:
    'This message was changed meanwhile, in another tab perhaps. Your words stand beside it, as another choice.',
  /** What is wrong with the file of who runs this page, by reason; and at which place, where it is one. */
  configWrong: (fault: string) => `parley.config.json beside this page counts for nothing, because ${fault}.`,
  configFaults: {
    'too-large': () => 'it is too large',
    'not-json': () => 'it is not JSON',
    unknown: (at: string) => `it has a field that Parley does not know: ${at}`,
    wrong: (at: string) => `${at || 'it'} is not as it should be`,
    key: (at: string) => `everybody could read the key in ${at}`,
  },
  updateReady: 'A new version is ready.',
  notLoaded:
    'A part of Parley could not be loaded. What you wrote is still here: check the connection and try again.',
}
