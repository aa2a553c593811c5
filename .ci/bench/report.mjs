import { contestants } from './contestants.mjs'
import { middle } from './workloads.mjs'

const names = Object.keys(contestants)
const figure = (value) =>
  Number.isFinite(value) ? value.toLocaleString('en', { maximumFractionDigits: value < 20 ? 1 : 0 }) : '–'

/** Medians of all runs as Markdown: a table for each workload, each page also as a multiple of the plain one. */
export function report(results) {
  const workloads = [...new Set(results.map(({ workload }) => workload))]
  return workloads
    .map((workload) =>
      table(
        workload,
        results.filter((result) => result.workload === workload),
      ),
    )
    .join('\n\n')
}

function table(workload, results) {
  const measures = [...new Set(results.flatMap(({ measured }) => Object.keys(measured)))]
  const of = (name, measure) =>
    middle(results.filter((result) => result.name === name).map(({ measured }) => measured[measure]))
  const cell = (name, measure) => {
    const value = of(name, measure)
    const ratio = value / of('plain', measure)
    const relative = name !== 'plain' && !/%|growth|tasks/.test(measure) && Number.isFinite(ratio)
    return figure(value) + (relative ? ` (${ratio.toFixed(1)} ×)` : '')
  }
  return [
    `### ${workload}`,
    '',
    `| | ${names.map((name) => contestants[name].label).join(' | ')} |`,
    `| --- | ${names.map(() => '---:').join(' | ')} |`,
    ...measures.map((measure) => `| ${measure} | ${names.map((name) => cell(name, measure)).join(' | ')} |`),
  ].join('\n')
}
