/** Every step on a line of its own, then the sum of them all. */
export function summary(results) {
  const lines = []
  let passed = 0
  let failed = 0
  for (const [name, result] of results) {
    passed += result.passed
    failed += result.failed
    const time = `${result.seconds.toFixed(1)} s`.padStart(8)
    lines.push(`${result.failed > 0 ? '✗' : '✓'} ${name.padEnd(10)}${time}   ${inWords(result)}`.trimEnd())
  }
  return { table: lines.join('\n'), verdict: `${passed} passed, ${failed} failed`, failed }
}

function inWords({ passed, failed, skipped = 0, flaky = 0, note }) {
  if (note) return note
  const parts = [
    [passed, 'passed'],
    [failed, 'failed'],
    [skipped, 'skipped'],
    [flaky, 'passed only when tried again'],
  ]
  return parts.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : [])).join(', ')
}
