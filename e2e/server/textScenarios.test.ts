import { afterAll, expect, test } from 'vitest'
import { ask } from './ask'
import { startTestServer } from './startTestServer'
import type { textScenarios } from './textScenarios'
import { code, hostile, markdown, person, unicode } from './texts'

const server = await startTestServer()
const url = `${server.url}/v1`
afterAll(() => server.close())

const said = async (model: string) => (await ask(url, model)).content()

const checks: Record<keyof typeof textScenarios, () => Promise<void>> = {
  'gpt-4o-mini': async () => {
    expect(await said('gpt-4o-mini')).toBe('An answer to **Hello**')
    const body = { response_format: { type: 'json_object' } }
    const json = (await ask(url, 'gpt-4o-mini', { body })).content()
    expect(JSON.parse(json)).toEqual({ name: 'John Smith', age: 35, city: 'Seattle' })
  },
  markdown: async () => expect(await said('markdown')).toBe(markdown),
  'open-fence': async () => expect((await said('open-fence')).split('```')).toHaveLength(2),
  code: async () => {
    expect(await said('code?lines=9')).toBe(`\`\`\`ts\n${code(9)}\n\`\`\`\n`)
    expect(code(9).split('\n')).toHaveLength(9)
  },
  unicode: async () => {
    expect(await said('unicode')).toBe(unicode)
    expect(await said('unicode?bytes=1')).toBe(unicode)
  },
  hostile: async () => {
    expect(await said('hostile')).toBe(hostile(server.otherOrigin))
    expect(hostile('https://evil.example')).toContain('](https://evil.example/leak.png')
  },
  'json-valid': async () => expect(JSON.parse(await said('json-valid'))).toEqual(person),
  'json-invalid': async () => {
    const text = await said('json-invalid')
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(text).toMatch(/,\n\}$/)
  },
  'json-fenced': async () => {
    const fenced = (await said('json-fenced')).match(/```json\n([^`]+)```$/)?.[1]
    expect(JSON.parse(fenced!)).toEqual(person)
  },
  'json-cut': async () => {
    const answered = await ask(url, 'json-cut')
    expect(() => JSON.parse(answered.content())).toThrow(SyntaxError)
    expect(answered.finish()).toBe('length')
  },
  'json-people': async () => {
    const people = [
      { name: 'Person 0', age: 20 },
      { name: 'Person 1', age: 21 },
    ]
    expect(JSON.parse(await said('json-people'))).toEqual({ people })
    const [person] = people
    expect(JSON.parse(await said('json-people?rows=1&wrong=0'))).toEqual({
      people: [{ ...person, age: '20' }],
    })
  },
}

test.each(Object.entries(checks))('%s', (_, check) => check())
