import readme from '../README.md?raw'
import { expect, test } from 'vitest'
import { modelLists } from './modelLists'
import { policies } from './policies'
import type { Scenario } from './Scenario'
import { findScenario, scenarioNames } from './scenarios'
import { commonOptions } from './shape'

/** The rows of every table whose first column is called so, cell by cell. */
function rowsUnder(heading: string): string[][] {
  const tables = readme.split('\n\n').filter((block) => block.startsWith(`| ${heading} |`))
  return tables.flatMap((table) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => row.slice(2, -2).split(' | ')),
  )
}

const quoted = (name: string) => `\`${name}\``
const firstCells = (heading: string) => rowsUnder(heading).map(([name]) => name)

function optionsCell({ options = [], defaults = {} }: Scenario): string {
  const names = [...new Set([...options, ...Object.keys(defaults)])]
  return names.map((name) => quoted(name in defaults ? `${name}=${defaults[name]}` : name)).join(' ')
}

test('every scenario has a row, and every row a scenario', () => {
  expect(firstCells('model')).toEqual(scenarioNames.map(quoted))
  expect(scenarioNames.length).toBeGreaterThanOrEqual(40)
})

test.each(rowsUnder('model'))('the row of %s names its options', (name = '', options = '', does, sees) => {
  expect(options.trim()).toBe(optionsCell(findScenario(name.replaceAll('`', ''))!))
  expect([does, sees]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)])
})

test('the common options and the rules of the address have their rows', () => {
  expect(firstCells('option')).toEqual(commonOptions.map(quoted))
  expect(firstCells('rule')).toEqual([...Object.keys(policies), ...Object.keys(modelLists)].map(quoted))
})
