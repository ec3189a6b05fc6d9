import { deskError } from '#electron/desk/desk-error.ts'
import type { Register } from '#electron/desk/register.ts'
import type { Delivery as Row } from '#electron/store/rows/deliveries.ts'
import type { DeliveryEntry } from '#shared/contract/delivery-schemas.ts'
import { recipientsOf } from './delivery-settings.ts'
import { newDelivery } from './new-delivery.ts'
import { withdraw } from './plan-warnings.ts'
import type { Acts } from './settings-acts.ts'

interface Listed {
  readonly deliveries: DeliveryEntry[]
  readonly failed: number
}

/** Newest first. */
export function listDeliveries({ rows }: Register, limit: number): Listed {
  return { deliveries: rows.deliveries.newest(limit).map(entryOf), failed: rows.deliveries.countFailed() }
}

/** A word to one recipient, now. Throws `NOT_FOUND`. */
export async function testRecipient({ register, delivery, caller }: Acts, recipientId: string): Promise<DeliveryEntry> {
  const recipient = recipientsOf(register).find(({ id }) => id === recipientId)
  if (recipient === undefined) throw deskError('NOT_FOUND', { what: 'recipient' })
  const made = newDelivery(register, recipient, `test:${register.ports.newId()}`, { kind: 'test' })
  register.write(() => {
    register.rows.deliveries.add(made)
    register.store.audit.append({
      actor: caller.actor,
      action: 'delivery.tested',
      subject: null,
      stayId: null,
      details: { recipient: recipient.id, way: recipient.way },
    })
  })
  await delivery.run(recipient.way)
  return entryOf(required(register, made.id))
}

/** Once more, now – but for a hold of the other side, which nobody skips –; one that is done is left alone. Throws `NOT_FOUND`. */
export async function tryAgain({ register, delivery, caller }: Acts, deliveryId: string): Promise<DeliveryEntry> {
  const { state, way } = required(register, deliveryId)
  if (state === 'failed' || state === 'waiting') {
    register.write(() => {
      register.rows.deliveries.revive(deliveryId)
      register.store.audit.append({
        actor: caller.actor,
        action: 'delivery.tried_again',
        subject: null,
        stayId: null,
        details: { delivery: deliveryId },
      })
    })
    await delivery.run(way)
  }
  return entryOf(required(register, deliveryId))
}

/** A person has seen that it failed. Throws `NOT_FOUND`. */
export function dismiss({ register, caller }: Acts, deliveryId: string): DeliveryEntry {
  const found = required(register, deliveryId)
  if (found.state === 'failed' || found.state === 'waiting') {
    register.write(() => {
      withdraw(register, found, 'dismissed')
      register.store.audit.append({
        actor: caller.actor,
        action: 'delivery.dismissed',
        subject: null,
        stayId: null,
        details: { delivery: deliveryId },
      })
    })
    register.changed(['delivery', 'status'], null)
  }
  return entryOf(required(register, deliveryId))
}

/** Looks at the clock and delivers everything that waits. */
export async function runDeliveries({ register, delivery }: Pick<Acts, 'register' | 'delivery'>): Promise<Listed> {
  await delivery.run()
  return listDeliveries(register, 50)
}

function required({ rows }: Register, id: string): Row {
  const found = rows.deliveries.find(id)
  if (found === undefined) throw deskError('NOT_FOUND', { what: 'delivery' })
  return found
}

function entryOf(row: Row): DeliveryEntry {
  const { id, way, recipientId, recipientName, address, content, state, cause, createdAt, attempts, endedAt, place } = row
  return {
    id,
    way,
    recipientId,
    recipientName,
    address,
    content,
    state,
    cause,
    createdAt,
    attempts,
    mayHaveArrived: row.doubts > 0 && state !== 'done',
    endedAt,
    place,
  }
}
