import { type Actor, ROLES } from '#shared/domain/actor.ts'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { IsoInstant } from '#shared/domain/clock.ts'
import { NEWS_KINDS, type NewsKind } from '#shared/domain/news.ts'
import { day, oneOf, type Row, text, textOrNull } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** What a person entered about a guest and the service is told of later: who, when, what. */
export interface WaitingNews {
  readonly guestId: string
  readonly kind: NewsKind
  /** Hotel-local day it became known: what follows is due from then, however long the answer takes. */
  readonly knownOn: CalendarDate
  readonly at: IsoInstant
  readonly actor: Actor
  /** A person's own words, for `never_came` and `not_required`; of the latter also the law's own. */
  readonly reason: string | null
}

/** Table `waiting_news`: written with the act, gone with the notices that tell it; the audit keeps both. */
export function waitingNewsRows(store: RowStore) {
  const insert = store.statement(
    'waiting_news.insert',
    `
    INSERT INTO waiting_news (property_id, guest_id, kind, known_on, at, actor_id, actor_name, actor_role, reason)
    VALUES (@propertyId, @guestId, @kind, @knownOn, @at, @actorId, @actorName, @actorRole, @reason)`,
  )
  const ofGuest = store.statement<Row>(
    'waiting_news.of_guest',
    'SELECT * FROM waiting_news WHERE guest_id = ? ORDER BY sequence',
  )
  const removeKind = store.statement('waiting_news.remove_kind', 'DELETE FROM waiting_news WHERE guest_id = ? AND kind = ?')
  const removeAll = store.statement('waiting_news.remove_all', 'DELETE FROM waiting_news WHERE guest_id = ?')

  return {
    insert({ actor, ...news }: WaitingNews): void {
      const { staffId: actorId, name: actorName, role: actorRole } = actor
      insert.run({ ...news, actorId, actorName, actorRole, propertyId: store.propertyId() })
    },
    /** Oldest first. */
    ofGuest: (guestId: string): readonly WaitingNews[] => ofGuest.all(guestId).map(newsOf),
    remove: (guestId: string, kind: NewsKind): void => void removeKind.run(guestId, kind),
    removeAll: (guestId: string): void => void removeAll.run(guestId),
  }
}

function newsOf(row: Row): WaitingNews {
  return {
    guestId: text(row, 'guest_id'),
    kind: oneOf(row, 'kind', NEWS_KINDS),
    knownOn: day(row, 'known_on'),
    at: text(row, 'at'),
    actor: { staffId: text(row, 'actor_id'), name: text(row, 'actor_name'), role: oneOf(row, 'actor_role', ROLES) },
    reason: textOrNull(row, 'reason'),
  }
}
