// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { expect, test, vi } from 'vitest'
import { held } from './conversations'
import { operatorConfigOpened } from './operatorConfig'
import { exampleChosen } from './sending'

test("an example waits for the operator's file, and goes to the operator's endpoint", async () => {
  let answer!: (response: Response) => void
  const file = new Promise<Response>((resolve) => (answer = resolve))
  const asked: string[] = []
  vi.stubGlobal('fetch', (input: string) => {
    asked.push(input)
    return asked.length === 1 ? file : Promise.resolve(Response.json({ error: 'no' }, { status: 400 }))
  })
  await import('./runExample')
  operatorConfigOpened()
  exampleChosen({ id: 'tutor', turns: ['Hello'], parameters: {}, builtInModel: 'guide' }, 'Hello')
  await new Promise((resolve) => setTimeout(resolve))
  const endpoint = { id: 'main', name: 'Main', baseURL: 'https://a.example/v1', model: 'm' }
  answer(Response.json({ endpoints: [endpoint], endpoint: 'main' }))
  await expect.poll(() => asked).toHaveLength(2)
  expect(asked[1]).toBe('https://a.example/v1/chat/completions')
  expect(Object.values(held.getState().list).map((one) => one.endpoint)).toEqual(['operator:main'])
})
