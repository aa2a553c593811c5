import highlighter from 'highlight.js'
import { expect, test } from 'vitest'
import { fileNameOf } from './fileNameOf'
import { languageNamed } from './languageNames'

test('languages are found by the names that models give them', () => {
  for (const [name, language] of [
    ['JavaScript', 'javascript'],
    ['tsx', 'typescript'],
    ['c++', 'cpp'],
    ['html', 'xml'],
    ['shell', 'bash'],
    ['console', 'shell'],
    ['sql', 'sql'],
    ['m', 'objectivec'],
    ['{.python}', 'python'],
    ['js:title.js', 'javascript'],
    ['constructor', undefined],
    ['', undefined],
  ] as const)
    expect(languageNamed(name)).toBe(language)
})

test('every language and every other name that highlight.js has can be written', () => {
  const missing = highlighter
    .listLanguages()
    .flatMap((name) => [name, ...(highlighter.getLanguage(name)!.aliases ?? [])])
    .filter((name) => !languageNamed(name))
  expect(missing).toEqual([])
  for (const name of highlighter.listLanguages()) if (name !== 'shell') expect(languageNamed(name)).toBe(name)
})

test.each([
  ['python', 'code.py'],
  ['TypeScript', 'code.ts'],
  ['tsx', 'code.tsx'],
  ['html', 'code.html'],
  ['shell', 'code.sh'],
  ['dockerfile', 'Dockerfile'],
  ['js:src/title.js', 'title.js'],
  ['JSON', 'code.json'],
  ['', 'code.txt'],
  ['what is this', 'code.txt'],
])('code in %s is saved as %s', (info, name) => expect(fileNameOf(info)).toBe(name))
