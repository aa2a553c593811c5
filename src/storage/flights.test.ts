import 'fake-indexeddb/auto'
import { deleteDB } from 'idb'
import { beforeEach, expect, test } from 'vitest'
import { removeConversations } from './conversations'
import { type StoredFlight, database } from './database'
import { loadFlights, saveFlight } from './flights'
import { keepAgain, keepNowhere } from './unkept'

beforeEach(async () => {
  await deleteDB('parley')
  for (const id of ['one', 'two'])
    await (
      await database()
    ).put('conversations', {
      id,
      title: id,
      named: false,
      created: 1,
      updated: 1,
      endpoint: 'e',
      parameters: {},
      chosen: {},
    })
})

const flight = (run: string, started: number, rest: Partial<StoredFlight> = {}): StoredFlight => ({
  run,
  strand: 0,
  started,
  size: 10,
  conversation: 'one',
  data: Uint8Array.of(1),
  packing: 'none',
  ...rest,
})

const runs = async () => (await (await database()).getAll('flights')).map(({ run }) => run)

test('the records of a run are found, and no others', async () => {
  await saveFlight(flight('a', 1, { strand: 1 }), 100)
  await saveFlight(flight('a', 2), 100)
  await saveFlight(flight('ab', 3), 100)
  expect((await loadFlights('a')).map(({ strand }) => strand)).toEqual([0, 1])
})

test('the oldest go where there is no room for all', async () => {
  await saveFlight(flight('b', 1), 30)
  await saveFlight(flight('c', 3), 30)
  await saveFlight(flight('a', 2), 30)
  expect(await runs()).toEqual(['a', 'b', 'c'])
  await saveFlight(flight('d', 4), 30)
  expect(await runs()).toEqual(['a', 'c', 'd'])
  await saveFlight(flight('e', 5), 15)
  expect(await runs()).toEqual(['e'])
})

test('one that is too large for all the room is not kept, and takes nothing away', async () => {
  await saveFlight(flight('a', 1), 30)
  await saveFlight(flight('b', 2, { size: 31 }), 30)
  expect(await runs()).toEqual(['a'])
})

test('a conversation takes its records with it, and none comes after', async () => {
  await saveFlight(flight('a', 1), 100)
  await saveFlight(flight('b', 2, { conversation: 'two' }), 100)
  await removeConversations(['one'])
  await saveFlight(flight('c', 3), 100)
  expect(await runs()).toEqual(['b'])
})

test('of a conversation that is kept nowhere no record is', async () => {
  keepNowhere('one')
  await saveFlight(flight('a', 1), 100)
  keepAgain('one')
  expect(await runs()).toEqual([])
})
