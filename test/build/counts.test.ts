import { describe, expect, it } from 'vitest'
import { countsOf, inWords, sumOf } from '../../build/setup/vitest-counts.mjs'

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((test) => ({ status: test })) })

describe('the closing line', () => {
  it('counts tests, not files', () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed', 'pending', 'todo')] }
    expect(countsOf(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it('never hides a run that ended badly', () => {
    expect(countsOf({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    })
    expect(countsOf({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
    expect(countsOf(undefined, 127)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('reads as people and machines expect', () => {
    const total = sumOf([
      { passed: 6, failed: 0, skipped: 0 },
      { passed: 120, failed: 2, skipped: 1 },
    ])
    expect(inWords(total)).toBe('126 passed, 2 failed, 1 skipped')
    expect(inWords({ passed: 126, failed: 0, skipped: 0 })).toBe('126 passed, 0 failed')
  })
})
