import { expect, test } from 'vitest'
import { z } from 'zod'
import { runCli, runCliJson } from '../support/run-cli.ts'

/** Worked by hand from the law and the calendars of the Republic; arrival, first reading, last arguable day, calendar is a forecast. */
const EXAMPLES: readonly (readonly [arrival: string, strictDue: string, latestDue: string, forecast: boolean])[] = [
  // 3 January moved off, Sunday 5 January working, 7 January off.
  ['2025-01-02', '2025-01-08', '2025-01-08', false],
  // Nauryz 21–25 March.
  ['2025-03-20', '2025-03-27', '2025-03-28', false],
  // 23, 24 and 25 March off.
  ['2026-03-20', '2026-03-27', '2026-03-30', false],
  // 31 August 2026 is working: the holiday was abolished.
  ['2026-08-28', '2026-09-01', '2026-09-02', false],
  // A weekend arrival: both readings agree.
  ['2026-11-28', '2026-12-02', '2026-12-02', false],
  // Over the year's end into a forecast calendar.
  ['2026-12-31', '2027-01-06', '2027-01-08', true],
]

const answerSchema = z.strictObject({
  arrival: z.iso.date(),
  strictDue: z.iso.date(),
  latestDue: z.iso.date(),
  explanation: z.array(z.looseObject({ date: z.iso.date() })).min(3),
  calendar: z.strictObject({ version: z.string().min(1), forecast: z.boolean() }),
  rule: z.string().min(1),
})

function shortened(answer: unknown): readonly unknown[] {
  const { arrival, strictDue, latestDue, explanation, calendar } = answerSchema.parse(answer)
  expect([explanation[0]?.date, explanation.at(-1)?.date]).toEqual([arrival, latestDue])
  return [arrival, strictDue, latestDue, calendar.forecast]
}

test.each(EXAMPLES)('arrival %s: due %s, last arguable day %s', async (...example) => {
  expect(shortened(await runCliJson(['deadline', '--arrival', example[0]]))).toEqual(example)
})

test('all of them on stdin, one answer per line, also as times of day; a line that is no day has its own answer', async () => {
  const lines = EXAMPLES.map(([arrival]) => arrival)
  // Ten past midnight in Almaty is still the day before in UTC.
  const input = [...lines, '2026-03-20T00:10', '2026-03-19T19:10:00Z', 'yesterday'].join('\r\n')
  const { exitCode, stdout } = await runCli(['deadline', '--stdin', '--json'], { input })
  const answers: readonly unknown[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.slice(0, -1).map(shortened)).toEqual([...EXAMPLES, EXAMPLES[2], EXAMPLES[2]])
  expect(answers.at(-1)).toEqual({ line: 9, error: expect.objectContaining({ code: 'BAD_INPUT' }) })
  expect(exitCode).toBe(1)
})
