import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FlightEventRow } from './FlightEventRow'

const drawn = (raw: string, sought: string) =>
  renderToStaticMarkup(
    <FlightEventRow
      event={{ kind: 'body', raw, words: '', at: 0, size: raw.length }}
      place={0}
      after={0}
      row={0}
      isStop
      isOpen
      sought={sought}
      onFocus={() => {}}
      onToggle={() => {}}
    />,
  )

test('an open event of any length shows so much of it, and marks so many places', () => {
  const shown = drawn('e'.repeat(1_000_000), 'e')
  expect(shown.length).toBeLessThan(300_000)
  expect(shown.match(/<mark/g)!.length).toBeLessThan(1000)
  expect(
    drawn('One Two one', 'one')
      .match(/<mark[^>]*>[^<]*/g)!
      .join(),
  ).toMatch(/>One,.*>one/)
})
