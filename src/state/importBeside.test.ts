// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { besideIn, besideTaken } from './importBeside'
import { keySaved } from './keys'
import { presetRenamed, presetsHere } from './presets'
import { currentSettings, endpointSaved, operatorSet } from './settings'

test('what came beside conversations is taken away again, but for what was changed since', async () => {
  const preset = (id: string) => ({ id, name: id, parameters: { temperature: 0 }, withModel: false })
  const endpoint = (id: string) => ({ id, name: id, baseURL: `https://${id}.example/v1` })
  const file = {
    presets: [preset('stays'), preset('goes')],
    endpoints: [endpoint('renamed'), endpoint('keyed'), endpoint('left')],
  }
  const undo = besideTaken(await besideIn([file], 1))
  const names = async () => (await presetsHere()).map(({ name }) => name).toSorted()
  const endpoints = () => currentSettings().endpoints.map(({ name }) => name)
  expect(await names()).toEqual(['goes', 'stays'])
  expect(endpoints()).toEqual(['renamed', 'keyed', 'left'])

  presetRenamed(
    (await presetsHere()).find(({ id }) => id === 'stays')!,
    'Mine',
  )
  const [renamed, keyed] = currentSettings().endpoints
  endpointSaved({ ...renamed!, name: 'Mine too' })
  await keySaved(keyed!, 'sk-1')
  await undo()
  expect(await names()).toEqual(['Mine'])
  expect(endpoints()).toEqual(['Mine too', 'keyed'])
})

test('where endpoints are locked, none of a file is suggested', async () => {
  const file = { endpoints: [{ id: 'new', name: 'New', baseURL: 'https://new.example/v1' }] }
  expect((await besideIn([file], 1)).endpoints).toHaveLength(1)
  operatorSet({ endpoints: [], models: {}, locked: true, presets: [] })
  expect((await besideIn([file], 1)).endpoints).toEqual([])
})
