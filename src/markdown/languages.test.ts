import { createLowlight } from 'lowlight'
import { expect, test } from 'vitest'
import { languageNamed, languages } from './languages'

test('languages are found by the names that models give them', () => {
  for (const [name, language] of [
    ['JavaScript', 'javascript'],
    ['tsx', 'typescript'],
    ['c++', 'cpp'],
    ['html', 'xml'],
    ['{.python}', 'python'],
    ['js:title.js', 'javascript'],
    ['constructor', undefined],
    ['', undefined],
  ] as const)
    expect(languageNamed(name)).toBe(language)
})

test.each(Object.keys(languages))('%s can be loaded', async (language) => {
  const lowlight = createLowlight()
  lowlight.register(language, (await languages[language]!()).default)
  expect(lowlight.highlight(language, 'a "b" 1').children.length).toBeGreaterThan(0)
})
