import { describe, expect, test } from 'vitest'
import { type Endpoint, builtIn } from './endpoint'
import { type PrefillStyle, prefillFields, prefillFrom, prefillOf, prefillStyles } from './prefill'
import { presets } from './presets'

const at = (baseURL: string): Endpoint => ({ id: 'e', name: 'E', baseURL, headers: [] })

describe('how an endpoint continues an answer', () => {
  test.each<[string, PrefillStyle]>([
    ['https://api.openai.com/v1', 'no'],
    ['https://api.groq.com/openai/v1', 'no'],
    ['https://openrouter.ai/api/v1', 'trailing'],
    ['https://api.anthropic.com/v1', 'trailing'],
    ['https://api.mistral.ai/v1', 'prefix'],
    ['https://api.deepseek.com/beta', 'prefix'],
    ['https://api.deepseek.com/beta/v1', 'prefix'],
    ['https://api.deepseek.com/v1', 'no'],
    ['http://localhost:11434/v1', 'trailing'],
    ['http://127.0.0.1:8080/v1', 'trailing'],
    ['http://[::1]:1234/v1', 'trailing'],
    ['http://localhost:8000/v1', 'continue_final_message'],
    ['http://localhost:4000/v1', 'no'],
    ['http://localhost/v1', 'no'],
    ['http://192.168.1.5:8080/v1', 'no'],
    ['https://api.mistral.ai.example/v1', 'no'],
    ['not an address', 'no'],
    ['', 'no'],
  ])('at %s is known as %s', (baseURL, style) => {
    expect(prefillOf(at(baseURL))).toBe(style)
  })

  test('is in its own hands inside the page', () => {
    expect(prefillOf(builtIn)).toBe('trailing')
  })

  test('is what the reader said of it, whatever its address', () => {
    for (const baseURL of ['https://api.mistral.ai/v1', 'http://localhost:8000/v1', 'https://a.example'])
      for (const prefill of prefillStyles) expect(prefillOf({ ...at(baseURL), prefill })).toBe(prefill)
  })

  test('is known, or known to be unknown, of every preset', () => {
    for (const preset of presets) expect(prefillStyles).toContain(prefillOf(at(preset.baseURL)))
  })
})

test('only vLLM has fields of its own for it', () => {
  expect(prefillFields('continue_final_message')).toEqual({
    continue_final_message: true,
    add_generation_prompt: false,
  })
  for (const style of ['no', 'trailing', 'prefix'] as const) expect(prefillFields(style)).toEqual({})
})

test('white space at the end is left out for Claude alone, wherever it is asked', () => {
  expect(prefillFrom('Well, \n', at('https://api.anthropic.com/v1'))).toBe('Well,')
  expect(prefillFrom('Well, ', at('https://openrouter.ai/api/v1'), 'anthropic/claude-x')).toBe('Well,')
  expect(prefillFrom('  Well, \n', at('http://localhost:8080/v1'), 'gemma')).toBe('  Well, \n')
})
