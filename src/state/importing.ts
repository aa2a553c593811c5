import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { FoundInFiles, ImportReader } from '../files/ImportReader'
import type { Flight } from '../flights/Flight'
import { isFlightFile } from '../flights/readFlightFile'
import type { FileFaultRecord, FoundRow } from '../files/importMessages'
import { type Beside, besideIn, besideTaken } from './importBeside'
import { type Standing, standingOf } from './importStanding'
import { recordIn } from './readRecord'
import { type TakenIn, takeIn } from './takeIn'

export type { FileFaultRecord } from '../files/importMessages'
export type { Beside } from './importBeside'
export type { TakenIn } from './takeIn'

/** A conversation that can be taken in. */
export interface ImportRow extends FoundRow {
  standing: Standing
  wanted: boolean
}

/** Which presets and endpoints of a file are wanted, by their ids. */
export interface BesideWanted {
  presets: boolean
  endpoints: readonly string[]
}

/** Where an import stands: files are being read or written, or what they hold is shown. */
export type Importing =
  | { status: 'none' }
  | { status: 'reading'; part: number; file: string }
  | { status: 'comparing' | 'writing'; done: number; of: number }
  | {
      status: 'read'
      rows: ImportRow[]
      faults: FileFaultRecord[]
      beside: Beside
      taken: BesideWanted
      records: Flight[]
    }
  | { status: 'lost' }

const importing = createStore<Importing>()(() => ({ status: 'none' }))
let reader: ImportReader | undefined

export const useImporting = () => useStore(importing)

/** Reads files and texts, in the place of those before, and shows what is in them. Nothing is written. */
export async function filesGiven(sources: (File | string)[]): Promise<void> {
  importStopped()
  if (!sources.length) return
  importing.setState({ status: 'reading', part: 0, file: '' }, true)
  const own = new (await import('../files/ImportReader')).ImportReader()
  reader = own
  const isOurs = () => reader === own
  try {
    const found = await own.read(
      sources,
      (part, file) => isOurs() && importing.setState({ status: 'reading', part, file }, true),
    )
    const rows = await compared(own, found, isOurs)
    if (!isOurs()) return
    const beside = await besideIn(found.rest, Date.now())
    if (!isOurs()) return
    // Where words are sent is nothing that a file decides.
    const taken = { presets: beside.presets.length > 0, endpoints: [] }
    const { records, faults } = recordsBeside(found.rest)
    importing.setState(
      { status: 'read', rows, faults: [...found.faults, ...faults], beside, taken, records },
      true,
    )
  } catch {
    if (isOurs()) importing.setState({ status: 'lost' }, true)
  }
}

/** Records of requests are looked at, and not taken in. */
function recordsBeside(rest: FoundInFiles['rest']): { records: Flight[]; faults: FileFaultRecord[] } {
  const records: Flight[] = []
  const faults: FileFaultRecord[] = []
  for (const { flights, file } of rest)
    for (const json of Array.isArray(flights) ? flights.filter(isFlightFile) : []) {
      const read = recordIn(json)
      if ('flight' in read) records.push(read.flight)
      else {
        const kind = read.fault === 'newer' ? 'newer' : 'unreadable'
        faults.push({ kind, at: read.field, name: String(file) })
      }
    }
  return { records, faults }
}

async function compared(
  own: ImportReader,
  { rows }: FoundInFiles,
  isOurs: () => boolean,
): Promise<ImportRow[]> {
  const seen = new Map<string, FoundRow>()
  const compared: ImportRow[] = []
  for (const row of rows) {
    if (!isOurs()) break
    const twin = seen.get(row.id)
    seen.set(row.id, twin ?? row)
    const standing = await standingOf(row, twin, (place) => own.take([place]).then(([tree]) => tree!))
    compared.push({ ...row, standing, wanted: standing.kind !== 'here' })
    if (compared.length % 100 === 0 && isOurs())
      importing.setState({ status: 'comparing', done: compared.length, of: rows.length }, true)
  }
  return compared
}

/** Forgets what was read, and ends what is being read. What has been written stays. */
export function importStopped(): void {
  // Who is writing still waits for what the reader holds, and closes it then.
  if (importing.getState().status !== 'writing') reader?.close()
  reader = undefined
  importing.setState({ status: 'none' }, true)
}

/** Whether conversations are to be taken in. */
export function rowsWanted(places: readonly number[], wanted: boolean): void {
  const now = importing.getState()
  if (now.status !== 'read') return
  const chosen = new Set(places)
  const rows = now.rows.map((row) => (chosen.has(row.place) ? { ...row, wanted } : row))
  importing.setState({ ...now, rows }, true)
}

/** What of the rest is to be taken in. */
export function besideWanted(wanted: Partial<BesideWanted>): void {
  const now = importing.getState()
  if (now.status === 'read') importing.setState({ ...now, taken: { ...now.taken, ...wanted } }, true)
}

/** Takes in what is wanted, and resolves with what was, `others` beside conversations, and how all of it is undone. */
export async function importConfirmed(): Promise<(TakenIn & { others: number }) | undefined> {
  const now = importing.getState()
  const own = reader
  if (now.status !== 'read' || !own) return undefined
  const rows = now.rows.filter(({ wanted, standing }) => wanted && standing.kind !== 'here')
  const { beside, taken: wanted } = now
  const others: Beside = {
    presets: wanted.presets ? beside.presets : [],
    endpoints: beside.endpoints.filter(({ id }) => wanted.endpoints.includes(id)),
  }
  importing.setState({ status: 'writing', done: 0, of: rows.length }, true)
  // Conversations that were had at one of the endpoints find it.
  const othersGone = besideTaken(others)
  const taken = await takeIn(own, rows, (done) => {
    importing.setState({ status: 'writing', done, of: rows.length }, true)
    return reader === own
  })
  if (reader === own) importStopped()
  own.close()
  const undo = async () => {
    await taken.undo()
    await othersGone()
  }
  return { ...taken, others: others.presets.length + others.endpoints.length, undo }
}
