// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test } from 'vitest'
import { libraryFile } from './backup'
import { endpointSaved } from './settings'

test('a backup has endpoints, but no key of them, wherever it stands', async () => {
  const headers = [{ name: 'X-Team', value: 'blue' }]
  endpointSaved({ id: 'e', name: 'E', baseURL: 'https://a.example/v1?api-key=hush&api-version=1', headers })
  const file: unknown = JSON.parse(await (await libraryFile(() => {})).text())
  expect(file).toMatchObject({
    endpoints: [
      {
        id: 'e',
        name: 'E',
        baseURL: 'https://a.example/v1?api-key=&api-version=1',
        headers: [{ name: 'X-Team', value: '' }],
      },
    ],
  })
})
