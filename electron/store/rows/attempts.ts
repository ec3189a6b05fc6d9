import { CAUSES, type Cause } from '#shared/domain/channel.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { bytesOrNull, integer, integerOrNull, oneOf, oneOfOrNull, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

const KINDS = ['send', 'look_up'] as const

/** One request made for a notice and how it ended. */
export interface Attempt {
  readonly id: string
  readonly notificationId: string
  readonly revision: number
  readonly number: number
  readonly kind: (typeof KINDS)[number]
  readonly startedAt: IsoInstant
  /** `null` = still under way, or the process died meanwhile. */
  readonly endedAt: IsoInstant | null
  readonly outcome: string | null
  readonly cause: Cause | null
  /** `RedactedExchange` as JSON, sealed with the key of the stay. */
  readonly sealedExchange: Buffer | null
}

/** Table `attempt`, read side; the outbox writes it. */
export function attemptRows(store: RowStore) {
  const byNotification = store.statement<Row>(
    'attempt.by_notification',
    'SELECT * FROM attempt WHERE notification_id = ? ORDER BY rowid',
  )
  // Refused, or known as somebody else's, is a certain answer; not having left says nothing about earlier tries.
  const firstDoubt = store.statement<Row>(
    'attempt.first_doubt',
    `SELECT min(revision) AS revision FROM attempt WHERE notification_id = @id
       AND ((kind = 'send' AND (outcome IS NULL OR outcome NOT IN ('notSent', 'needsHuman', 'rejected', 'duplicate')))
         OR (kind = 'look_up' AND outcome = 'absent'))
       AND rowid > (SELECT coalesce(max(rowid), 0) FROM attempt
         WHERE notification_id = @id AND kind = 'send' AND outcome IN ('rejected', 'duplicate'))`,
  )
  return {
    /**
     * The first revision of this notice of which something was sent, while no certain answer says what became of it: it may have an effect
     * at any moment, however often the service says that it has nothing. `null` = nothing can turn up.
     */
    firstThatMayTurnUp(id: string): number | null {
      return integerOrNull(firstDoubt.get({ id }) ?? {}, 'revision')
    },
    ofNotification: (id: string): readonly Attempt[] => byNotification.all(id).map(attemptOf),
  }
}

function attemptOf(row: Row): Attempt {
  return {
    id: text(row, 'id'),
    notificationId: text(row, 'notification_id'),
    revision: integer(row, 'revision'),
    number: integer(row, 'number'),
    kind: oneOf(row, 'kind', KINDS),
    startedAt: text(row, 'started_at'),
    endedAt: textOrNull(row, 'ended_at'),
    outcome: textOrNull(row, 'outcome'),
    cause: oneOfOrNull(row, 'cause', CAUSES),
    sealedExchange: bytesOrNull(row, 'sealed_exchange'),
  }
}
