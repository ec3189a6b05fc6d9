import type { z } from 'zod'
import type { Store } from './store.ts'

/** Small facts of this folder as JSON by key: channel address, pause, Retry-After holds. Exist only once the property is set up. */
export interface Settings {
  /** `undefined` when never set or the folder is not set up. Throws `SettingDamagedError` when what is stored has another shape. */
  get<T>(key: string, schema: z.ZodType<T>): T | undefined
  /** Takes part in the caller's transaction when one is open. */
  set(key: string, value: unknown): void
  remove(key: string): void
}

export class SettingDamagedError extends Error {
  override readonly name = 'SettingDamagedError'
  constructor(key: string) {
    super(`The stored setting "${key}" has a shape this version does not know.`)
  }
}

export function createSettings(store: Pick<Store, 'statement' | 'propertyId' | 'findPropertyId'>): Settings {
  const select = store.statement<{ value: string }>(
    'setting.get',
    'SELECT value FROM setting WHERE property_id = ? AND key = ?',
  )
  const upsert = store.statement(
    'setting.set',
    `INSERT INTO setting (property_id, key, value) VALUES (?, ?, ?)
     ON CONFLICT (property_id, key) DO UPDATE SET value = excluded.value`,
  )
  const remove = store.statement('setting.remove', 'DELETE FROM setting WHERE property_id = ? AND key = ?')
  return {
    get<T>(key: string, schema: z.ZodType<T>): T | undefined {
      const propertyId = store.findPropertyId()
      const row = propertyId === undefined ? undefined : select.get(propertyId, key)
      if (row === undefined) return undefined
      const parsed = schema.safeParse(JSON.parse(row.value))
      if (!parsed.success) throw new SettingDamagedError(key)
      return parsed.data
    },
    set(key, value) {
      const text = JSON.stringify(value)
      if (text === undefined) throw new TypeError(`A setting is JSON: "${key}" was given nothing; use remove`)
      upsert.run(store.propertyId(), key, text)
    },
    remove(key) {
      remove.run(store.propertyId(), key)
    },
  }
}
