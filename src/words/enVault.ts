/** The words of keys that are encrypted, and of where keys are kept. */
export const vault = {
  title: 'Keys',
  place: 'Where the key is kept',
  places: { device: 'On this device', vault: 'Encrypted', tab: 'This tab only' },
  placeHints: {
    device:
      'In this browser, as it is: whoever can use this browser profile, or read its files, can read it.',
    vault:
      'In this browser, under a passphrase or a passkey that is asked for when the key is needed. It does not help against who has the page while it is unlocked.',
    tab: 'In the memory of this tab: gone when it is closed or loaded again, and in no other tab.',
  },
  noEncryption: 'Keys can be encrypted where the page has an https address, or is on localhost.',
  moveFailed: 'The key could not be moved. It is where it was.',

  openTitle: 'Unlock your keys',
  openFor: (endpoint: string) =>
    `The key of ${endpoint} is encrypted. Nothing is sent before it is unlocked.`,
  openAll: 'They stay unlocked in this tab until you lock them, or do not use Parley for a while.',
  passphrase: 'Passphrase',
  unlock: 'Unlock',
  byPasskey: 'Use a passkey',
  cancel: 'Cancel',
  close: 'Close',
  forgotten: 'Passphrase forgotten?',
  forgottenHint:
    'Nobody can open the keys without it, Parley neither. They can be removed; then get new ones from your providers. Conversations stay.',
  removeLocked: 'Remove the locked keys',
  removeAsk: 'Remove all encrypted keys? They cannot be brought back.',

  makeTitle: 'Encrypt your keys',
  makeHint:
    'Choose a passphrase. It is kept nowhere and cannot be found again. Whoever copies this browser’s files can try passphrases without end: several words that nobody would guess are better than one with signs in it.',
  newPassphrase: 'New passphrase',
  worth: {
    weak: (guesses: string) =>
      `Weak: about ${guesses} guesses open it. Several words that nobody would expect together are better.`,
    fair: (guesses: string) => `It may hold for a while: about ${guesses} guesses open it.`,
    strong: () => 'Hard to guess, if you have chosen it for this alone.',
  },
  repeat: 'The same again',
  make: 'Encrypt',
  makePasskey: 'Use a passkey instead',
  short: (least: number) => `A passphrase needs at least ${least} characters.`,
  differs: 'The two are not the same.',

  state: {
    none: 'No key is encrypted.',
    locked: 'The encrypted keys are locked.',
    open: 'The encrypted keys are unlocked in this tab.',
  },
  counts: (encrypted: number, device: number) => {
    const open = device === 1 ? 'one lies' : device ? `${device} lie` : 'none lies'
    if (!encrypted) return device ? `In this browser ${open} unencrypted.` : 'No key is kept in this browser.'
    const some = encrypted === 1 ? 'One key is encrypted' : `${encrypted} keys are encrypted`
    return `${some}, ${open} in this browser unencrypted.`
  },
  encrypt: 'Encrypt the keys…',
  encryptOthers: 'Encrypt these too',
  lock: 'Lock now',
  lockTitle: 'Ctrl+Shift+L',
  decrypt: 'Stop encrypting',
  decryptAsk: 'Keep all keys in this browser unencrypted again?',
  ways: 'What opens them',
  wayPassphrase: 'A passphrase',
  wayPasskey: 'A passkey',
  madeOn: (date: string) => `since ${date}`,
  change: 'Change',
  remove: 'Remove',
  removeWay: (way: string) => `Remove: ${way}`,
  addPassphrase: 'Add a passphrase',
  changePassphrase: 'Change the passphrase',
  addPasskey: 'Add a passkey',
  addPasskeyHint: 'First what opens the keys now; then the browser makes the passkey.',
  confirmByPasskey: 'Then the browser asks for the passkey that opens the keys now.',
  current: 'Passphrase now',
  save: 'Save',
  autoLock: 'Lock after',
  autoLockUnit: 'minutes without use; 0 never does',
  lockHidden: 'Also lock as soon as this tab is not in view',

  keyLocked: 'Its key is locked.',
  keyOpen: 'Its key is unlocked.',
  modelsLocked: 'Listed once the key is unlocked.',
  shareLocked:
    'Your encrypted keys are locked, so Parley could not tell if one of them stands in a message. Unlock them to share.',

  wait: (seconds: number) => (seconds === 1 ? 'Try again in a second.' : `Try again in ${seconds} seconds.`),
  faults: {
    wrong:
      'This does not open the keys: it is another passphrase or passkey, or what is kept has been damaged.',
    altered: 'A key that is kept does not open: it has been damaged. Remove it from its endpoint.',
    'no-prf': 'This passkey, or this browser, gives pages no secret to encrypt with. Use a passphrase.',
    cancelled: 'The browser was given no passkey. Nothing has changed.',
    'not-here': 'Keys can be encrypted where the page has an https address, or is on localhost.',
    wait: 'Too soon after the last try.',
    exists: 'Another tab has just done this. Unlock the keys with what was chosen there.',
    failed: 'The browser could not keep it. Nothing has changed.',
  },
}
