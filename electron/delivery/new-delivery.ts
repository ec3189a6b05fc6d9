import type { Register } from '#electron/desk/register.ts'
import type { NewDelivery } from '#electron/store/rows/deliveries.ts'
import type { DeliveryContent, Recipient } from '#shared/contract/delivery-schemas.ts'

/** One thing for one recipient; `what` is the same for the same thing, so that it is made once. */
export function newDelivery(
  { ports, now }: Pick<Register, 'ports' | 'now'>,
  recipient: Recipient,
  what: string,
  content: DeliveryContent,
): NewDelivery {
  return {
    id: ports.newId(),
    key: `${what}:${recipient.id}`,
    way: recipient.way,
    recipientId: recipient.id,
    recipientName: recipient.name,
    address: recipient.address,
    language: recipient.language,
    content,
    createdAt: now(),
  }
}
