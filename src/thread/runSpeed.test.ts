import { expect, test } from 'vitest'
import type { RunFacts } from '../conversation/Message'
import { runSpeed } from './runSpeed'

const run: RunFacts = {
  id: 'r',
  choice: 0,
  endpoint: 'e',
  model: 'm',
  parameters: { stream: true },
  started: 1000,
  firstToken: 1400,
  ended: 3400,
  usage: { prompt_tokens: 8, completion_tokens: 100 },
}

test('a stream has a first token and a rate', () => {
  expect(runSpeed(run)).toEqual({ firstToken: 400, inAll: 2400, perSecond: 50, isMeasured: false })
})

test('what the server measured counts before what was seen from here', () => {
  expect(runSpeed({ ...run, extra: { timings: { predicted_per_second: 61.5 } } })).toMatchObject({
    perSecond: 61.5,
    isMeasured: true,
  })
})

test('an answer in one piece has neither', () => {
  const { firstToken: _first, ...whole } = run
  expect(runSpeed({ ...whole, parameters: {} })).toEqual({ inAll: 2400, isMeasured: false })
  expect(runSpeed({ ...run, parameters: {} })).toEqual({ inAll: 2400, isMeasured: false })
})

test('a burst has no rate, and neither has an answer without counts', () => {
  expect(runSpeed({ ...run, ended: 1450 }).perSecond).toBeUndefined()
  const { usage: _usage, ...uncounted } = run
  expect(runSpeed(uncounted).perSecond).toBeUndefined()
})

test('a run that was lost has only what is known', () => {
  const { ended: _ended, ...lost } = run
  expect(runSpeed(lost)).toEqual({ firstToken: 400, isMeasured: false })
})
