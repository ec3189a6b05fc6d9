import { describe, expect, it } from 'vitest'
import { closingLine, countsOf, sumOf } from '../../build/setup/vitest-counts.mjs'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test, fullName: `a ${test} test` })),
})

describe('the closing line', () => {
  it('counts tests, not files', () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'failed', 'passed', 'pending', 'todo')] }
    expect(countsOf(report, 1)).toEqual({ passed: 3, failed: 1, skipped: ['a pending test', 'a todo test'] })
  })

  it('never hides a run that ended badly', () => {
    expect(countsOf({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: [],
    })
    expect(countsOf({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: [] })
    expect(countsOf(undefined, 127)).toEqual({ passed: 0, failed: 1, skipped: [] })
  })

  it('reads as people and machines expect, whatever was skipped', () => {
    const total = sumOf([
      { passed: 6, failed: 0, skipped: ['a window of Electron'] },
      { passed: 120, failed: 2, skipped: ['a drive of Windows'] },
    ])
    expect(closingLine(total)).toBe('126 passed, 2 failed')
    expect(total.skipped).toEqual(['a window of Electron', 'a drive of Windows'])
  })
})
