import type { IsoInstant } from '#shared/domain/clock.ts'
import { type Row, text } from './columns.ts'
import type { RowStore } from './row-store.ts'

/** An unfinished form of one workplace. Guest data: it lives in the encrypted file and nowhere else. */
export interface Draft {
  readonly content: string
  readonly savedAt: IsoInstant
}

/** Table `draft`. */
export function draftRows(store: RowStore) {
  const find = store.statement<Row>('draft.find', 'SELECT content, saved_at FROM draft WHERE property_id = ? AND key = ?')
  const save = store.statement(
    'draft.save',
    `
    INSERT INTO draft (property_id, key, content, saved_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (property_id, key) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at`,
  )
  const remove = store.statement('draft.remove', 'DELETE FROM draft WHERE property_id = ? AND key = ?')
  const removeOld = store.statement('draft.removeOlderThan', 'DELETE FROM draft WHERE property_id = ? AND saved_at < ?')
  return {
    find(key: string): Draft | undefined {
      const row = find.get(store.propertyId(), key)
      return row === undefined ? undefined : draftOf(row)
    },
    save(key: string, draft: Draft): void {
      save.run(store.propertyId(), key, draft.content, draft.savedAt)
    },
    remove(key: string): void {
      remove.run(store.propertyId(), key)
    },
    removeOlderThan(instant: IsoInstant): void {
      removeOld.run(store.propertyId(), instant)
    },
  }
}

function draftOf(row: Row): Draft {
  return { content: text(row, 'content'), savedAt: text(row, 'saved_at') }
}
