import { page } from './fixtures/page'
import { expect, test } from 'vitest'
import { onFrame } from './onFrame'

function counted() {
  let count = 0
  return { ...onFrame(() => count++), count: () => count }
}

test('however often it is asked, it works once a frame', () => {
  const work = counted()
  for (let at = 0; at < 5; at++) work.ask()
  expect(work.count()).toBe(0)
  expect(page.drawFrame()).toBe(1)
  expect(work.count()).toBe(1)
  expect(page.drawFrame()).toBe(0)
  work.ask()
  page.drawFrame()
  expect(work.count()).toBe(2)
})

test('at once means not again in the frame', () => {
  const work = counted()
  work.ask()
  work.now()
  expect(work.count()).toBe(1)
  expect(page.drawFrame()).toBe(0)
  expect(work.count()).toBe(1)
})

test('what is cancelled does not happen, and can be asked for again', () => {
  const work = counted()
  work.ask()
  work.cancel()
  expect(page.drawFrame()).toBe(0)
  work.ask()
  page.drawFrame()
  expect(work.count()).toBe(1)
})

test('work that asks again gets the next frame, not the same one', () => {
  let count = 0
  const frame = onFrame(() => {
    count++
    if (count < 3) frame.ask()
  })
  frame.ask()
  page.drawFrame()
  expect(count).toBe(1)
  page.drawFrame()
  page.drawFrame()
  page.drawFrame()
  expect(count).toBe(3)
})
