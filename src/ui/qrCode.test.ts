import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { mostBytes, qrCode } from './qrCode'

const bytes = (text: string) => new TextEncoder().encode(text)
const drawn = (text: string) =>
  qrCode(bytes(text))!.map((row) => row.map((dark) => (dark ? '█' : ' ')).join(''))

test('a short text is a code that another program reads', () => {
  expect(drawn('HELLO')).toEqual([
    '███████ █ ███ ███████',
    '█     █   ██  █     █',
    '█ ███ █ ██ █  █ ███ █',
    '█ ███ █ ██  █ █ ███ █',
    '█ ███ █ █  █  █ ███ █',
    '█     █  ████ █     █',
    '███████ █ █ █ ███████',
    '           ██        ',
    '████  █ ██████  ███ █',
    '██ █ █ ██  ████  ██  ',
    '  █ ███    █       ██',
    '██ █ █  ██ █  ████ █ ',
    '█  ████ █   █  █  █ █',
    '        █  █  █   █ █',
    '███████    ██  █     ',
    '█     █  ██    █████ ',
    '█ ███ █   █ ██████ ██',
    '█ ███ █ ██ █  █ ████ ',
    '█ ███ █ █   █ ██  █  ',
    '█     █ █    █ ██   █',
    '███████ ██   █ █     ',
  ])
})

test('all sizes are as they were when another program read them, and drew the same under the same mask', () => {
  const digest = createHash('sha256')
  for (const length of [17, 106, 154, 321, 718, 1273, 2068, mostBytes])
    digest.update(drawn('https://example.com/#/s/Ej4'.repeat(120).slice(0, length)).join('\n'))
  expect(digest.digest('hex').slice(0, 16)).toBe('e755b2c6f317304a')
  expect(qrCode(new Uint8Array(mostBytes + 1))).toBeUndefined()
})
