/** The words of the recovery screen, which needs nothing else of the program. */
export const recovery = {
  title: 'Export or repair',
  name: 'Parley',
  back: 'Back to Parley',
  /** Why it is shown, where the reader did not ask for it. */
  crashed: 'Parley could not start. What you have written is still in this browser.',
  reason: (text: string) => `The browser says: ${text}`,
  looking: 'Looking at what is kept…',
  nothing: 'This browser keeps no conversations of Parley.',
  unopened: (text: string) =>
    `What this browser keeps cannot be opened (${text}). Close other tabs of Parley, or start the browser again, and try once more.`,
  held: (conversations: number, messages: number) =>
    `This browser keeps ${conversations === 1 ? '1 conversation' : `${conversations} conversations`} with ${
      messages === 1 ? '1 message' : `${messages} messages`
    }.`,
  newer:
    'A newer Parley has changed it. This one, of an older version, does not touch it: reload to get the newer one.',
  copies: 'There is also a copy from before the last update; the export holds it too.',
  reload: 'Reload',
  export: 'Export everything',
  exportHint: 'Every record as it is kept, also those that Parley cannot read, in one file.',
  keys: 'With API keys and the values of headers',
  keysHint: 'Whoever has the file could use them.',
  exporting: (count: number) => `Reading… ${count} records`,
  exported: (count: number) =>
    `Exported ${count === 1 ? '1 record' : `${count} records`}. See that the file has arrived before you delete anything.`,
  unread: (count: number) =>
    count === 1
      ? 'The browser itself could not read 1 record; the file names it.'
      : `The browser itself could not read ${count} records; the file names them.`,
  leftOut: (names: readonly string[]) =>
    `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} damaged, could hold secrets, and ${
      names.length === 1 ? 'was' : 'were'
    } left out. Tick the box and export again to have ${names.length === 1 ? 'it' : 'them'} too.`,
  failed: (text: string) => `That did not work: ${text}`,
  safe: 'Start in a safe state',
  safeHint: 'At the start page, without your settings, endpoints and half-written words. Nothing is removed.',
  anew: 'Fetch the program anew',
  anewHint: 'Lets the program go that is kept for times without a network. Your conversations stay.',
  remove: 'Delete everything',
  removeHint: 'Conversations, settings and keys. Export first: there is no way back.',
  removeFirst: 'Possible once everything has been exported',
  removeAsk: 'Delete all conversations, settings and keys of Parley in this browser? There is no way back.',
  removed: 'Everything is deleted.',
}
