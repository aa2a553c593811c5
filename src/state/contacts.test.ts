import { expect, test } from 'vitest'
import { contactsIn, withLoads } from './contacts'

test('each origin is told with what it was for; what endpoints were asked is counted once', () => {
  const loaded = [
    ['https://own.example/a.js', 'script'],
    ['https://own.example/b.js', 'script'],
    ['https://api.example/v1/models', 'fetch'],
    ['https://pictures.example/a.png', 'img'],
    ['https://odd.example/a', 'css'],
    ['blob:https://own.example/1', 'img'],
    ['data:image/png;base64,AAAA', 'img'],
  ].map(([name = '', initiatorType = '']) => ({ name, initiatorType }))
  const asked = new Map([
    ['https://api.example', 3],
    ['https://down.example', 1],
  ])
  const counted = withLoads(withLoads(new Map(), loaded.slice(0, 1)), loaded.slice(1))
  expect(contactsIn(counted, asked, 'https://own.example')).toEqual([
    { origin: 'https://own.example', purpose: 'page', count: 2 },
    { origin: 'https://api.example', purpose: 'endpoint', count: 3 },
    { origin: 'https://pictures.example', purpose: 'picture', count: 1 },
    { origin: 'https://odd.example', purpose: 'other', count: 1 },
    { origin: 'https://down.example', purpose: 'endpoint', count: 1 },
  ])
})
