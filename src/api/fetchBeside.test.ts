import { createServer } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { fetchBeside } from './fetchBeside'

let hungUp!: () => void
const gone = new Promise<void>((resolve) => (hungUp = resolve))
const server = createServer(({ url }, response) => {
  if (url === '/endless') {
    response.on('close', hungUp)
    response.write('a'.repeat(50_000))
  } else if (url === '/page') response.setHeader('content-type', 'text/html').end('<p>')
  else if (url === '/words') response.end('\u{feff}gr\u{fc}n')
  else response.writeHead(404).end('not here')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const place = server.address()
const at = (path: string) => `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}/${path}`
afterAll(() => server.closeAllConnections())

test('a file is read to its end, or as far as was asked for: then the connection is closed', async () => {
  expect(await fetchBeside(at('words'), 100)).toBe('gr\u{fc}n')
  expect(await fetchBeside(at('words'), 2)).toBe('gr\u{fc}')
  expect(await fetchBeside(at('words'), 1)).toBe('gr')
  expect(await fetchBeside(at('endless'), 10_000)).toBe('a'.repeat(10_001))
  await gone
})

test('a page, and what is not there, are no file', async () => {
  expect(await fetchBeside(at('page'), 100)).toBeUndefined()
  expect(await fetchBeside(at('none'), 100)).toBeUndefined()
})
