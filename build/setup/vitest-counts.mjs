/**
 * @typedef {{ passed: number, failed: number, skipped: readonly string[] }} Counts `skipped` by name
 * @typedef {{ status: string, assertionResults: readonly { status: string, fullName: string }[] }} FileResult
 */

/**
 * Adds up a report of vitest's `json` reporter. A file that broke before its first test counts as one failure, and so does a run
 * that ended badly though every test passed (an error outside the tests).
 * @param {{ testResults: readonly FileResult[] } | undefined} report `undefined` when the run wrote none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOf(report, exitCode) {
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  const failedTests = tests.filter((test) => test.status === 'failed').length
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = failedTests + brokenFiles.length
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed').map((test) => test.fullName)
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped }
}

/**
 * @param {readonly Counts[]} counts
 * @returns {Counts}
 */
export function sumOf(counts) {
  return counts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: [...sum.skipped, ...one.skipped],
    }),
    { passed: 0, failed: 0, skipped: [] },
  )
}

/**
 * What a test run ends with, alone on a line: `12 passed, 0 failed`. What was skipped stands above it by name.
 * @param {Counts} counts
 */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`
}
