import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { tellOtherTabs } from '../storage/otherTabs'
import { addVault, changeVault } from '../storage/vault'
import type { Secret, Vault, Way } from '../vault/Vault'
import { VaultFault, type VaultFaultKind } from '../vault/VaultFault'
import { askPasskey, makePasskey } from '../vault/passkey'
import { addWay, isOutdated, makeVault, openVault } from '../vault/ways'
import { currentVault, vaultIs, vaultRead, vaultUnlocked } from './vaultStatus'

export { guessesFor } from '../vault/guessesFor'
export { canUsePasskeys } from '../vault/passkey'
export { canEncrypt } from '../vault/passphraseKey'
export type { Way }

/** What opens the vault: words, or one of its passkeys, which the browser asks for. */
export type Opening = { passphrase: string } | 'passkey'

/** How it went: `wait` after wrong passphrases, `exists` where another tab was first, `failed` where storage refuses. */
export type Outcome = 'ok' | VaultFaultKind | 'wait' | 'exists' | 'failed'

/** What the passkeys of this page are called where they are kept. */
const passkeyName = 'Parley'
const longestWait = 60_000

/** After a wrong passphrase the next one has to wait: a second, two, four, up to a minute. */
const waiting = createStore<{ until: number; failures: number }>()(() => ({ until: 0, failures: 0 }))

export const useWaitUntil = () => useStore(waiting, ({ until }) => until)

/** Makes the vault, and leaves it open. */
export const vaultMade = (secret: Opening): Promise<Outcome> =>
  attempt(async () => {
    const made = await makeVault(await newSecret(secret), { lockMinutes: 15, lockHidden: false })
    if (!(await addVault(made.vault))) {
      await vaultRead()
      return 'exists'
    }
    vaultUnlocked(made.vault, made.key)
    tellOtherTabs({ type: 'vault', what: 'changed' })
    return 'ok'
  })

/** Opens the vault in this tab. */
export const vaultOpened = (opening: Opening): Promise<Outcome> =>
  attempt(async (vault) => {
    const secret = await secretOf(vault, opening)
    const { key, way } = await openVault(vault, secret)
    vaultUnlocked(vault, key)
    // What was enough when it was made may be less than what is asked for now.
    if (isOutdated(way)) await replaced(vault, way, await addWay(vault, secret, secret))
    return 'ok'
  })

/** Gives the vault a passphrase, instead of the one that it had. */
export const passphraseSet = (opening: Opening, passphrase: string): Promise<Outcome> =>
  attempt(async (vault) => {
    const secret = await secretOf(vault, opening)
    const added = await addWay(vault, secret, { type: 'passphrase', passphrase })
    await changed(vault, ({ ways }) => [...ways.filter(({ type }) => type !== 'passphrase'), added])
    return 'ok'
  })

/** Lets a new passkey open the vault as well. */
export const passkeyAdded = (opening: Opening): Promise<Outcome> =>
  attempt(async (vault) => {
    const secret = await secretOf(vault, opening)
    // Whoever is wrong about the passphrase need not make a passkey to learn it.
    await openVault(vault, secret)
    const added = await addWay(vault, secret, await makePasskey(passkeyName))
    await changed(vault, ({ ways }) => [...ways, added])
    return 'ok'
  })

/** Lets a way open the vault no more; the last one stays. */
export async function wayRemoved(id: string): Promise<void> {
  const vault = currentVault()
  if (!vault) return
  await changed(vault, ({ ways }) => (ways.length > 1 ? ways.filter((way) => way.id !== id) : ways))
}

/** When the vault locks by itself. */
export async function lockingChosen(
  chosen: Partial<Pick<Vault, 'lockMinutes' | 'lockHidden'>>,
): Promise<void> {
  const vault = currentVault()
  if (vault) await kept(await changeVault(vault.id, (now) => ({ ...now, ...chosen })))
}

const newSecret = async (secret: Opening): Promise<Secret> =>
  secret === 'passkey' ? makePasskey(passkeyName) : { type: 'passphrase', ...secret }

const secretOf = async ({ ways }: Vault, opening: Opening): Promise<Secret> =>
  opening === 'passkey'
    ? askPasskey(ways.filter((way) => way.type === 'passkey'))
    : { type: 'passphrase', ...opening }

const replaced = (vault: Vault, old: Way, way: Way) =>
  changed(vault, ({ ways }) => ways.map((one) => (one.id === old.id ? way : one)))

const changed = async ({ id }: Vault, change: (vault: Vault) => Way[]) =>
  kept(await changeVault(id, (now) => ({ ...now, ways: change(now) })))

async function kept(vault: Vault | undefined): Promise<void> {
  vaultIs(vault ?? null)
  tellOtherTabs({ type: 'vault', what: 'changed' })
}

async function attempt(work: (vault: Vault) => Promise<Outcome>): Promise<Outcome> {
  const { until, failures } = waiting.getState()
  if (Date.now() < until) return 'wait'
  try {
    const outcome = await work(currentVault() ?? { id: '', ways: [], lockMinutes: 0, lockHidden: false })
    waiting.setState({ until: 0, failures: 0 })
    return outcome
  } catch (error) {
    if (!(error instanceof VaultFault)) return 'failed'
    if (error.kind === 'wrong') {
      const wait = Math.min(1000 * 2 ** failures, longestWait)
      waiting.setState({ until: Date.now() + wait, failures: failures + 1 })
    }
    return error.kind
  }
}
