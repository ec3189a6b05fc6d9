import { describe, expect, it } from 'vitest'
import {
  FIRST_SUPERVISION,
  type Supervision,
  type SupervisionAction,
  type SupervisionEvent,
  supervise,
} from '#electron/shell/desk-supervision.ts'

function run(events: readonly SupervisionEvent[]): { last: Supervision; actions: readonly SupervisionAction[] } {
  const actions: SupervisionAction[] = []
  let last = FIRST_SUPERVISION
  for (const event of events) {
    const { next, action } = supervise(last, event)
    last = next
    actions.push(action)
  }
  return { last, actions }
}

const FAILURE = { kind: 'reported_failure', code: 'folder_blocked', directory: '/data', message: 'Give the right.' } as const
const crash = (atMs: number): readonly SupervisionEvent[] => [{ kind: 'exited', atMs }, { kind: 'restart_due' }]

describe('the desk process seen from the shell', () => {
  it('runs once it says so', () => {
    expect(run([{ kind: 'ready', atMs: 5 }]).last.state).toEqual({ kind: 'running' })
  })

  it('is started again after a crash, later each time, up to half a minute, for ever', () => {
    const { actions } = run(Array.from({ length: 12 }, () => crash(0)).flat())
    expect(actions.filter((action) => action.kind === 'fork_after').map((action) => action.delayMs)).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000, 30_000, 30_000,
    ])
    expect(actions.filter((action) => action.kind === 'fork')).toHaveLength(12)
  })

  it('counts anew after a minute of health, not before', () => {
    const delayAfter = (healthyMs: number) => {
      const { actions } = run([...crash(0), ...crash(0), { kind: 'ready', atMs: 0 }, { kind: 'exited', atMs: healthyMs }])
      return actions.at(-1)
    }
    expect([delayAfter(59_999), delayAfter(60_000)]).toEqual([
      { kind: 'fork_after', delayMs: 2000 },
      { kind: 'fork_after', delayMs: 500 },
    ])
  })

  it('waits for a person after a failure it reported, and starts when told to', () => {
    const waiting = run([FAILURE, { kind: 'exited', atMs: 1 }, { kind: 'restart_due' }])
    expect(waiting).toMatchObject({
      last: { state: { kind: 'failed', code: 'folder_blocked', directory: '/data', message: 'Give the right.' } },
      actions: [{ kind: 'none' }, { kind: 'none' }, { kind: 'none' }],
    })
    expect(supervise(waiting.last, { kind: 'retry' })).toMatchObject({
      next: { state: { kind: 'starting' }, crashes: 0 },
      action: { kind: 'fork' },
    })
  })

  it('is not started again when it is being closed', () => {
    const { actions } = run([{ kind: 'ready', atMs: 0 }, { kind: 'stop' }, ...crash(1), { kind: 'retry' }])
    expect(actions.every((action) => action.kind === 'none')).toBe(true)
  })

  it('ignores "try again" while it works', () => {
    const { last, actions } = run([{ kind: 'ready', atMs: 0 }, { kind: 'retry' }])
    expect([last.state.kind, actions.at(-1)]).toEqual(['running', { kind: 'none' }])
  })
})
