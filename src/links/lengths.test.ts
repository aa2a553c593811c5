import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { lettersFor } from './base64url'
import { sample } from './fixtures/samples'
import { encodeLink } from './linkCodec'
import { pack } from './pack'

const page = readFileSync(join(import.meta.dirname, '../../docs/sharing.md'), 'utf8')
/** The rows of the table of lengths: messages, then characters. */
const rows = page
  .split('\n')
  .filter((line) => /^\|(\s*[\d,]+\s*\|){6}$/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => Number(cell.replaceAll(',', ''))),
  )

const deflated = (value: unknown) => lettersFor(deflateRawSync(JSON.stringify(value)).length)

test('the table of lengths in docs/sharing.md is true', async () => {
  expect(rows.length).toBeGreaterThanOrEqual(5)
  for (const [messages = 0, ...said] of rows) {
    const shared = sample(messages)
    const lengths = [
      JSON.stringify(shared).length,
      deflated(shared),
      deflated(pack(shared)),
      (await encodeLink(shared)).length,
      (await encodeLink(shared, 'passphrase')).length,
    ]
    // guide's documents may gain a word.
    for (const [at, length] of lengths.entries())
      expect(
        Math.abs(said[at]! - length) / length,
        `${messages} messages: ${lengths.join(', ')}`,
      ).toBeLessThan(0.03)
  }
})
