import type { Promised } from '../checks.ts'

/** A snippet of the product's source and what stands there instead. It has to be there exactly so many times. */
export interface Edit {
  /** From the project's folder. */
  readonly file: string
  readonly find: string
  readonly put: string
  /** 1 when left out. */
  readonly times?: number
}

export interface PlantedBug {
  readonly name: string
  /** Any of these may catch it. */
  readonly caughtBy: readonly Promised[]
  /** Schedules from seed 1 within which it has to be found. */
  readonly within: number
  /** Found within seconds: part of every test run. */
  readonly isQuick?: true
  readonly edits: readonly Edit[]
}

const LEDGER = 'electron/outbox/ledger.ts'
const ROWS = 'electron/outbox/outbox-rows.ts'
const OUTCOME = 'electron/outbox/outcome.ts'
const LINK = 'electron/outbox/link.ts'
const STATES = 'shared/domain/notification.ts'

const SEND_STARTED = `move(record, { type: 'send_started' }, { cause: null, nextAttemptAt: null, attemptCount: record.attemptCount + 1 }, {})`
const FOUND_AGAIN = `const record = notifications.find(notice.notificationId)
        if (record === undefined) throw new Error('A notice vanished while it was being sent')`
/** Settles a notice as if the claim had not made it something else. */
const AS_IF_SENDING = `const stored = notifications.find(notice.notificationId)
        if (stored === undefined) throw new Error('A notice vanished while it was being sent')
        const record = { ...stored, state: 'sending' as const, acceptedAt: null }`
const PROVEN = `if (verdict.kind !== 'accepted') return verdict`
const assumed = (cause: string): string =>
  `if (verdict.kind === 'unknown' && verdict.cause === '${cause}') return { kind: 'accepted', reference: 'assumed', receipt: null, warnings: [] }
  ${PROVEN}`

/** Mistakes that people make in such a queue; the suite has to find each of them. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'a new client id for every attempt',
    caughtBy: ['I6', 'I2'],
    within: 60,
    isQuick: true,
    edits: [
      {
        file: LEDGER,
        find: 'return { notificationId: record.id, clientId: revision.clientId, payload, batchReference }',
        put: 'return { notificationId: record.id, clientId: store.ports.newId(), payload, batchReference }',
      },
    ],
  },
  {
    name: 'off the queue before it is sent',
    caughtBy: ['I1', 'I5', 'whole'],
    within: 200,
    isQuick: true,
    edits: [
      {
        file: LEDGER,
        find: SEND_STARTED,
        put: `notifications.save({ ...record, state: 'cancelled', attemptCount: record.attemptCount + 1 }, now())`,
      },
      { file: LEDGER, find: FOUND_AGAIN, put: AS_IF_SENDING },
    ],
  },
  {
    name: 'done before it is sent',
    caughtBy: ['I1', 'I5', 'whole'],
    within: 200,
    isQuick: true,
    edits: [
      {
        file: LEDGER,
        find: SEND_STARTED,
        put: `notifications.save({ ...record, state: 'accepted', acceptedAt: now(), attemptCount: record.attemptCount + 1 }, now())`,
      },
      { file: LEDGER, find: FOUND_AGAIN, put: AS_IF_SENDING },
    ],
  },
  {
    name: 'a timeout taken for success',
    caughtBy: ['I5', 'I1'],
    within: 60,
    edits: [{ file: OUTCOME, find: PROVEN, put: assumed('timeout') }],
  },
  {
    name: 'a page with status 200 taken for success',
    caughtBy: ['I5', 'I1'],
    within: 60,
    isQuick: true,
    edits: [{ file: OUTCOME, find: PROVEN, put: assumed('unreadable_answer') }],
  },
  {
    name: 'a check-in in two transactions',
    caughtBy: ['I3', 'whole', 'I11'],
    within: 400,
    edits: [
      {
        file: 'electron/desk/check-in.ts',
        find: 'return openNotice(register, caller.actor, stay, facts).id',
        put: `register.store.database.exec('COMMIT')
    register.store.database.exec('BEGIN IMMEDIATE')
    return openNotice(register, caller.actor, stay, facts).id`,
      },
    ],
  },
  {
    name: 'a Retry-After kept in memory only',
    caughtBy: ['I8'],
    within: 800,
    edits: [
      {
        file: LINK,
        find: 'hold: link.hold === null ? null : { cause: link.hold.cause, ...spanUntil(link.hold.untilMs) },',
        put: 'hold: null,',
      },
    ],
  },
  {
    name: 'a pause forgotten at a restart',
    caughtBy: ['I8'],
    within: 200,
    edits: [{ file: LINK, find: '    isPaused: link.isPaused,', put: '    isPaused: false,' }],
  },
  {
    name: 'no order',
    caughtBy: ['I7'],
    within: 60,
    edits: [{ file: ROWS, find: 'ORDER BY act_by, id LIMIT @limit', put: 'ORDER BY id DESC LIMIT @limit' }],
  },
  {
    name: 'no order per guest',
    caughtBy: ['I7', 'I4'],
    within: 600,
    edits: [{ file: ROWS, find: `\`sequence > 1 AND \${ITS_TURN_IN_THE_CHAIN}\``, put: "'sequence > 1'" }],
  },
  {
    name: 'waits and holds on the wall clock',
    caughtBy: ['I8', 'I9', 'I10', 'I7'],
    within: 800,
    edits: [
      { file: 'electron/outbox/line.ts', find: 'clock.monotonicMs()', put: 'clock.now()', times: 3 },
      { file: 'electron/outbox/link.ts', find: 'clock.monotonicMs()', put: 'clock.now()', times: 2 },
      { file: 'electron/outbox/work-loop.ts', find: 'clock.monotonicMs()', put: 'clock.now()', times: 2 },
      { file: 'electron/outbox/waits.ts', find: 'clock.monotonicMs()', put: 'clock.now()', times: 4 },
    ],
  },
  {
    name: 'given up after five tries',
    caughtBy: ['I9', 'I1', 'I7'],
    within: 60,
    edits: [
      {
        file: ROWS,
        find: "state = 'ready' AND arrival_date <= @today`",
        put: "state = 'ready' AND attempt_count < 5 AND arrival_date <= @today`",
      },
    ],
  },
  {
    name: 'a cut-off send wakes as ready',
    caughtBy: ['I2'],
    within: 60,
    edits: [
      {
        file: STATES,
        find: "    case 'found_absent':\n      return 'ready'",
        put: "    case 'found_absent':\n    case 'woken':\n      return 'ready'",
      },
      { file: STATES, find: "    case 'woken':\n    case 'outcome_unknown':", put: "    case 'outcome_unknown':" },
      { file: LEDGER, find: 'if (doubt(record)) {', put: 'if (Number(record.version) < 0 && doubt(record)) {' },
    ],
  },
  {
    name: 'nobody asks before a repeat',
    caughtBy: ['I2'],
    within: 60,
    edits: [
      { file: OUTCOME, find: "return { type: 'outcome_unknown' }", put: "return { type: 'not_sent' }" },
      { file: LEDGER, find: 'if (doubt(record)) {', put: 'if (Number(record.version) < 0 && doubt(record)) {' },
    ],
  },
  {
    name: 'a doubtful notice is not asked about again',
    caughtBy: ['I2'],
    within: 800,
    edits: [{ file: LEDGER, find: 'if (doubt(record)) {', put: 'if (Number(record.version) < 0 && doubt(record)) {' }],
  },
  {
    name: 'what was set aside goes all the same',
    caughtBy: ['I12', 'I1'],
    within: 800,
    edits: [
      {
        file: ROWS,
        find: "AND state = 'ready' AND arrival_date <= @today`",
        put: "AND state IN ('ready', 'cancelled') AND arrival_date <= @today`",
      },
      { file: STATES, find: "send_started: ['ready'],", put: "send_started: ['ready', 'cancelled']," },
    ],
  },
  {
    name: 'a saved check-in called not saved',
    caughtBy: ['I11'],
    within: 600,
    edits: [
      {
        file: 'electron/desk/check-in.ts',
        find: 'return register.rows.stays.findByRequest(requestId) === undefined',
        put: 'return register.rows.stays.findByRequest(requestId) !== undefined',
      },
    ],
  },
  {
    name: 'an open circuit that does not wait',
    caughtBy: ['I8', 'I10'],
    within: 200,
    edits: [{ file: LINK, find: 'chance.nowMs + probeDelayMs(circuit.failedProbes, chance)', put: 'chance.nowMs + 2_000' }],
  },
  {
    name: 'news entered during a flight is forgotten',
    caughtBy: ['I1', 'I5'],
    within: 400,
    edits: [
      {
        file: LEDGER,
        find: `if (isMoved && verdict.kind !== 'unknown' && verdict.kind !== 'deferred') follower.follow(record.guestId)`,
        put: `if (isMoved && verdict.kind === 'needsHuman') follower.follow(record.guestId)`,
      },
    ],
  },
  {
    name: 'something is said behind a cancellation',
    caughtBy: ['I4', 'I1', 'I5'],
    within: 3_000,
    edits: [
      {
        file: 'shared/domain/follow-up.ts',
        find: 'if (cancellation === undefined) return update(followUps, wish, channel)',
        put: 'return update(followUps, wish, channel)',
      },
    ],
  },
  {
    name: 'nobody polls what was deferred',
    caughtBy: ['I9', 'I1'],
    within: 400,
    edits: [
      {
        file: ROWS,
        find: `state IN ('deferred', 'unknown') AND (state = 'deferred' OR cause IS NOT 'program_error')`,
        put: `state = 'unknown' AND cause IS NOT 'program_error'`,
      },
    ],
  },
  {
    name: 'deferred taken for accepted',
    caughtBy: ['I5', 'I1', 'own'],
    within: 200,
    edits: [
      {
        file: OUTCOME,
        find: PROVEN,
        put: `if (verdict.kind === 'deferred') return { kind: 'accepted', reference: verdict.batchReference, receipt: null, warnings: [] }
  ${PROVEN}`,
      },
    ],
  },
  {
    name: 'a pause pressed a second time pauses nothing',
    caughtBy: ['I8'],
    within: 3_000,
    edits: [
      {
        file: 'electron/outbox/line.ts',
        find: '      askedFor.clear()',
        put: '      if (isPaused !== link.isPaused) askedFor.clear()',
      },
    ],
  },
]
