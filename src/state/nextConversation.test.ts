import { page } from './fixtures/page'
import { beforeEach, describe, expect, test } from 'vitest'
import { builtIn } from '../api/endpoint'
import { newId } from '../conversation/newId'
import { beginConversation } from './beginConversation'
import { treeOf } from './conversations'
import { exampleModel, examples } from './examples'
import { modelsListed } from './modelLists'
import {
  endpointSwitched,
  modelChosen,
  nextConversation,
  nextForgotten,
  parametersChanged,
} from './nextConversation'
import { currentSettings, endpointChosen, endpointSaved, modelUsed } from './settings'

/** An endpoint that no other test knows. */
let other = ''
beforeEach(() => {
  other = newId()
  endpointSaved({ id: other, name: 'Other', baseURL: 'https://other.example/v1', headers: [] })
  endpointChosen(builtIn.id)
  modelUsed(builtIn.id, 'guide')
  nextForgotten()
})

const begun = () => {
  const id = beginConversation()
  return { id, now: () => treeOf(id)!.conversation }
}

describe('a parameter', () => {
  test.each([0, false, '', null, []])('that is set to %j is set', (value) => {
    const { id, now } = begun()
    parametersChanged(id, { odd: value })
    expect(now().parameters).toHaveProperty('odd', value)
  })

  test('that is unset is not there at all, and the others stay', () => {
    const { id, now } = begun()
    parametersChanged(id, { temperature: 1, top_p: 0.5 })
    parametersChanged(id, { temperature: undefined })
    expect(now().parameters).toEqual({ model: 'guide', stream: true, top_p: 0.5 })
    expect(now().parameters).not.toHaveProperty('temperature')
  })

  test('keeps its place among the others when it changes', () => {
    const { id, now } = begun()
    parametersChanged(id, { temperature: 1, top_p: 0.5 })
    parametersChanged(id, { temperature: 2 })
    expect(Object.keys(now().parameters)).toEqual(['model', 'stream', 'temperature', 'top_p'])
  })

  test('of one conversation is not that of another, nor of the next', () => {
    const [one, two] = [begun(), begun()]
    parametersChanged(one.id, { temperature: 1 })
    expect(two.now().parameters).not.toHaveProperty('temperature')
    expect(nextConversation().parameters).not.toHaveProperty('temperature')
  })
})

describe('the next conversation', () => {
  test('begins with what is set on the start page, and the one after it anew', () => {
    parametersChanged(null, { temperature: 0, stream: undefined })
    expect(nextConversation().parameters).toEqual({ model: 'guide', temperature: 0 })
    expect(begun().now().parameters).toEqual({ model: 'guide', temperature: 0 })
    expect(begun().now().parameters).toEqual({ model: 'guide', stream: true })
  })

  test('that is an example leaves what is set on the start page alone', () => {
    parametersChanged(null, { temperature: 0 })
    beginConversation({ parameters: { model: 'x' } })
    expect(nextConversation().parameters).toHaveProperty('temperature', 0)
  })

  test('begins with its system message, unless that is blank', () => {
    const id = beginConversation({ system: 'Be brief.' })
    expect([...treeOf(id)!.messages.values()]).toMatchObject([{ role: 'system', content: 'Be brief.' }])
    expect(treeOf(beginConversation({ system: ' \n' }))!.messages.size).toBe(0)
  })
})

describe('another endpoint', () => {
  test('brings the model last used there, and leaves the rest', () => {
    modelUsed(other, 'their-model')
    const { id, now } = begun()
    parametersChanged(id, { temperature: 1 })
    endpointSwitched(id, other)
    expect(now()).toMatchObject({ endpoint: other, parameters: { model: 'their-model', temperature: 1 } })
    expect(currentSettings().endpoint).toBe(other)
  })

  test('where no model was used has none set', () => {
    const { id, now } = begun()
    endpointSwitched(id, other)
    expect(now().parameters).not.toHaveProperty('model')
  })

  test('chosen on the start page is that of the next conversation', () => {
    endpointSwitched(null, other)
    expect(begun().now().endpoint).toBe(other)
  })
})

describe('a model', () => {
  test('that is chosen is remembered for its endpoint', () => {
    const { id, now } = begun()
    endpointSwitched(id, other)
    modelChosen(id, 'big')
    expect(now().parameters.model).toBe('big')
    expect(currentSettings().models[other]).toBe('big')
    const kept: unknown = JSON.parse(page.localStorage.getItem('parley.settings')!)
    expect(kept).toMatchObject({ version: 1, models: { [other]: 'big' } })
  })

  test.each([undefined, ''])('chosen as %j is unset, and the last one is still remembered', (none) => {
    const { id, now } = begun()
    modelChosen(id, 'big')
    modelChosen(id, none)
    expect(now().parameters).not.toHaveProperty('model')
    expect(currentSettings().models[builtIn.id]).toBe('big')
  })
})

describe('the model of an example', () => {
  const [tutor, story] = examples
  const at = (endpoint: string) => exampleModel(tutor!, { ...currentSettings(), endpoint })

  test('is one of the built-in ones there', () => {
    expect(at(builtIn.id)).toBe('guide')
    expect(exampleModel(story!, { ...currentSettings(), endpoint: builtIn.id })).toBe('babble')
  })

  test('is that of the documentation where nothing is known, or where it is listed', () => {
    expect(at(other)).toBe('gpt-4o-mini')
    modelsListed(other, ['a', 'gpt-4o-mini'])
    modelUsed(other, 'a')
    expect(at(other)).toBe('gpt-4o-mini')
  })

  test('has the name under which a broker lists it', () => {
    modelsListed(other, ['a', 'openai/gpt-4o-mini', 'openai/gpt-4o-mini-search'])
    expect(at(other)).toBe('openai/gpt-4o-mini')
  })

  test('is the one last used where another list is known', () => {
    modelsListed(other, ['a', 'b'])
    modelUsed(other, 'b')
    expect(at(other)).toBe('b')
  })
})
