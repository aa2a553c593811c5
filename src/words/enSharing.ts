/** The words of links: sharing a conversation, a link that was opened, a turn run again. */
export const sharing = {
  title: 'Share',
  titleKey: 'Share (Ctrl+S)',
  nothingUploaded:
    'The conversation is in the link itself, behind the #. Nothing is uploaded, and no server sees it: whoever has the link can read it.',
  sealedNote:
    'Encrypted in this page. Give the passphrase another way than the link: without it nobody can read it, and it cannot be found again.',
  worth: {
    weak: (guesses: string) =>
      `Weak: about ${guesses} guesses open it, and whoever has the link can try for ever, thousands a second. Several words that nobody would expect together are better.`,
    fair: (guesses: string) =>
      `It may hold for a while: about ${guesses} guesses open it, and whoever has the link can try for ever, thousands a second.`,
    strong: () =>
      'Hard to guess, if you have chosen it for this alone. Whoever has the link can try for ever.',
  },
  what: 'What',
  all: 'All branches',
  path: 'What is in view',
  from: 'from',
  to: 'to',
  place: (place: string, role: string, words: string) => `${place} · ${role}: ${words}`,
  fromFile:
    'This page runs from the disk, where nobody else can open it: put the address of a Parley before the #.',
  passphrase: 'Passphrase',
  passphraseHint: 'optional',
  notSecure: 'A passphrase needs a secure address (https or localhost).',
  making: 'Making the link…',
  failed: 'The link could not be made.',
  link: 'Link',
  size: (characters: string) => `${characters} characters`,
  meter: 'Where it fits',
  carriers: {
    qr: 'A QR code',
    discord: 'Discord, and nearly everything',
    slack: 'Slack, Telegram',
    mail: 'most mail programs and older Android browsers',
    paste: 'pasting into an address bar',
    click: 'a link to click, a bookmark',
  },
  fits: 'fits',
  fitsNot: (most: string) => `too long: takes ${most}`,
  copyLink: 'Copy link',
  copied: 'Copied',
  copyFailed: 'Not copied',
  send: 'Send…',
  qr: 'QR code',
  qrAlt: 'QR code of the link',
  qrDense: 'A dense code: hold the camera close, or choose fewer messages.',
  qrTooLong: 'A QR code holds 2,953 characters. Choose fewer messages, or another way.',
  qrFromFile: 'A code needs the address of a Parley before the #, which a page from the disk does not have.',
  markdown: 'Copy as Markdown',
  tooLong: 'Browsers do not open a link this long. Give the file below instead, or choose fewer messages.',
  shorter: 'Little carries a link this long. Give the file below instead, or choose fewer messages.',
  leftOut: 'Left out',
  always: 'Keys, headers, addresses of endpoints, times, counts of tokens.',
  logprobs: (messages: number) =>
    messages === 1
      ? 'The log probabilities of a message: they take a hundred times its text.'
      : `The log probabilities of ${messages} messages: they take a hundred times the text.`,
  secrets: (texts: number) =>
    texts === 1
      ? 'Something that looks like a key, or the address of an endpoint of yours, in one place: [key] or [address] stands there instead.'
      : `Something that looks like a key, or the address of an endpoint of yours, in ${texts} places: [key] or [address] stands there instead.`,
  fields: (names: string) => `Fields that tell who you are, or hold a key or an address: ${names}.`,
  attachment: (what: string, size: string) => `${what}, ${size} characters: too large for a link.`,
  tellings: (texts: number) =>
    texts === 1
      ? 'Not left out: one text holds a local path or an address in your own network.'
      : `Not left out: ${texts} texts hold local paths or addresses in your own network.`,
  beside: 'Title and parameters',
  moreTellings: (texts: string) => `and ${texts} more`,
  unfinished: 'What is still being written goes as far as it has come.',

  shared: 'Shared conversation',
  opened: 'This conversation comes out of the link. Nothing was sent, and nothing is kept in this browser.',
  parameters: 'Parameters',
  moreParameters: (names: string) => `and ${names} more`,
  moreLetters: (letters: string) => `${letters} more characters are not shown; Copy takes them along.`,
  openedParts: 'Not in the link:',
  reading: 'Reading the link…',
  continue: 'Continue here',
  continueHint: 'Copies it into your conversations, on this device.',
  continued: (model: string) => `Copied into your conversations. The next reply comes from ${model}.`,
  continuedNowhere: 'Copied into your conversations.',
  home: 'To your own conversations',
  asks: 'This link is locked',
  asksHint: 'Whoever gave it to you has set a passphrase. It is not sent anywhere.',
  wrong: 'This passphrase does not open it.',
  show: 'Show',
  showLabel: 'Show the passphrase',
  hide: 'Hide',
  hideLabel: 'Hide the passphrase',
  unlock: 'Open',
  unlocking: 'Opening…',
  faultTitle: 'This link cannot be opened',
  faultName: 'Link that cannot be opened',
  locked: 'Locked conversation',
  faults: {
    cut: (have: string, want: string) =>
      want
        ? `It was cut on its way: ${have} of ${want} characters came. Ask for it again, as a file or a shorter link, or copy it whole.`
        : 'It was cut on its way: next to nothing of it came. Ask for it again, or copy it whole.',
    foreign: 'What stands behind the # is no conversation of Parley. Copy the link again from where it came.',
    altered: 'Something in it was changed on its way. Copy it again from where it came, or ask for it anew.',
    newer:
      'A newer Parley has made it. Reload this page; if that does not help, open the link where it was made.',
    'too-large': 'It holds far more than a conversation. Nothing of it was opened.',
    unreadable: 'There is no conversation in it that can be read. Nothing of it was opened.',
    'not-here':
      'This browser cannot read it here. A newer browser can, or a secure address (https) if it is locked.',
  },
  empty: 'There is no message in it.',
  more: (count: string) => `Show more messages (${count})`,

  rerun: 'Run again',
  rerunLabel: 'Run again on your own endpoint',
  rerunTitle: 'Run again',
  rerunHint: 'The messages above go to the endpoint that you choose here, with your own key if it has one.',
  endpoint: 'Endpoint',
  model: 'Model',
  run: 'Run',
  stop: 'Stop',
  yours: (model: string) => `Yours, from ${model}`,
  mark: 'Mark what differs from the answer above',
  same: 'Word for word the same.',
  noModels: 'Type the name of a model.',
  rerunClose: 'Close',

  filled: (names: string) => `Filled in from the link: ${names}. Nothing has been sent.`,
  filledNothing: 'The link fills nothing in.',
  leftOutOf: (names: string, more: string | undefined) =>
    more === undefined ? `Left out: ${names}.` : `Left out: ${names}, and ${more} more.`,
  unknown: (name: string) => `${name} (no such field)`,
  badValue: (name: string) => `${name} (not a value it takes)`,
  outside: (name: string, min: string, max: string | undefined) =>
    max === undefined ? `${name} (it takes ${min} and more)` : `${name} (it takes ${min} to ${max})`,
  fixed: 'endpoint (the endpoints of this page are fixed)',
  suggests: (address: string) =>
    `The link suggests to talk to ${address}. What you write would go there. Keys that you have saved for other addresses stay where they are.`,
  useIt: 'Use this endpoint',
}
