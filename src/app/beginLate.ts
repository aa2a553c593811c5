import { onBackupWanted } from '../state/backupRecord'
import { contactsWatched } from '../state/contacts'
import { readHash } from '../state/route'
import { takeDroppedFiles } from './takeDroppedFiles'

/** What the page does besides, and nobody waits for. */
export function beginLate(): void {
  takeDroppedFiles()
  contactsWatched()
  // Who only reads a link has nothing to do with what is kept.
  if (readHash(location.hash).name === 'shared-link')
    addEventListener('hashchange', beginBackups, { once: true })
  else beginBackups()
}

const beginBackups = () => onBackupWanted(() => void import('../state/folderBackup'))
