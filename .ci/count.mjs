/** A file that breaks before its first test has no failed test to count, so it counts as one itself. */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests }
}

/** A test that passed at its second attempt has passed, but not silently. */
export function countPlaywright({ stats }) {
  const { expected, unexpected, flaky, skipped } = stats
  return { passed: expected + flaky, failed: unexpected, skipped, flaky }
}

/** The exit code has the last word, and a runner that ran nothing has shown nothing. */
export function settle(count, code) {
  const { passed = 0, failed = 0 } = count
  return failed === 0 && (code !== 0 || passed === 0)
    ? { ...count, passed, failed: 1 }
    : { ...count, passed, failed }
}
