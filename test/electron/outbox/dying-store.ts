import type { Store } from '#electron/store/store.ts'
import { StoreWriteError } from '#electron/store/write-error.ts'

/** Where the process dies, or the disk fails, relative to one transaction. */
export type Moment = 'before' | 'inside' | 'after'

export class Died extends Error {
  override readonly name = 'Died'
}

/** The store up to its `number`-th transaction (1 = first); there the process dies, and nothing is written any more. */
export function storeThatDies(
  store: Store,
  number: number,
  moment: Moment,
): { readonly store: Store; readonly isDead: () => boolean } {
  let count = 0
  let isDead = false
  const die = (): never => {
    isDead = true
    throw new Died()
  }
  const dying = withTransaction(store, (work) => {
    if (isDead) die()
    count++
    if (count !== number) return store.transaction(work)
    if (moment === 'before') die()
    const value = store.transaction(() => {
      const inner = work()
      return moment === 'inside' ? die() : inner
    })
    return moment === 'after' ? die() : value
  })
  return { store: dying, isDead: () => isDead }
}

/** The store whose `number`-th transaction reports a failed disk: not saved, or saved while saying that it is not known. */
export function storeWithBadDisk(store: Store, number: number, saved: 'no' | 'unknown'): Store {
  let count = 0
  return withTransaction(store, (work) => {
    count++
    if (count !== number) return store.transaction(work)
    if (saved === 'unknown') store.transaction(work)
    throw new StoreWriteError(saved, 'io_error', 'SQLITE_IOERR_WRITE')
  })
}

function withTransaction(store: Store, transaction: Store['transaction']): Store {
  return new Proxy(store, {
    get(target, property) {
      if (property === 'transaction') return transaction
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
