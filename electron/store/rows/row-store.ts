import type { Store } from '../store.ts'

/** What a row module uses of the store: prepared statements by name, and which property's rows are meant. */
export type RowStore = Pick<Store, 'statement' | 'propertyId'>
