import { expect, test } from 'vitest'
import { staticMarkup } from './staticMarkup'

test('a saved formula has the attributes that a shown one has', async () => {
  const shown = await staticMarkup('$\\colorbox{yellow}{x}$ and $\\rule{1em}{1em}$', '')
  expect(shown.match(/ mathbackground="/g)).toHaveLength(2)
})
