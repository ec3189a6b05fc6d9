import { CALL_CLASS_NAMES, DISK_ERROR_NAMES, nameOfTrial, type TrialResult } from './trial.ts'

/** What was tried, how it was answered, and every finding. */
export function reportOf(results: readonly TrialResult[]): string {
  const hit = results.filter(({ hits }) => hits > 0)
  const count = (kept: (result: TrialResult) => boolean): number => hit.filter(kept).length
  const classes = CALL_CLASS_NAMES.map((name) => `${name} ${count(({ trial }) => trial.callClass === name)}`).join(', ')
  const errors = DISK_ERROR_NAMES.map((name) => `${name} ${count(({ trial }) => trial.error === name)}`).join(', ')
  const answers = Map.groupBy(
    results.flatMap((result) => result.answers),
    (answer) => answer,
  )
  const broken = results.filter(({ findings }) => findings.length > 0)
  const worth =
    broken.length === 0 && hit.length > 0 ? ` (fewer than ${(300 / hit.length).toFixed(2)} % with 95 % confidence)` : ''
  return [
    `trials ${results.length}, in which the disk really failed: ${hit.length} (${classes}; ${errors}; lasting ${count(({ trial }) => trial.isLasting)})`,
    `answers while it failed: ${[...answers].map(([answer, given]) => `${answer} ${given.length}`).join(', ')}`,
    `trials with findings ${broken.length} of ${results.length}${worth}`,
    ...broken.map(({ trial, findings }) => `  ${nameOfTrial(trial)}: ${findings.join('; ')}`),
  ].join('\n')
}

/** What never happened and should have: each is a reason not to believe the rest. */
export function gapsOf(results: readonly TrialResult[]): string[] {
  const hit = results.filter(({ hits }) => hits > 0)
  return [
    ...CALL_CLASS_NAMES.filter((name) => !hit.some(({ trial }) => trial.callClass === name)).map((name) => `no ${name} failed`),
    ...DISK_ERROR_NAMES.filter((name) => !hit.some(({ trial }) => trial.error === name)).map(
      (name) => `no call failed with ${name}`,
    ),
    ...['done', 'no']
      .filter((answer) => !hit.some(({ answers }) => answers.includes(answer)))
      .map((answer) => `no answer "${answer}"`),
  ]
}
