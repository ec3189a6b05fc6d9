import { dismiss, listDeliveries, runDeliveries, testRecipient, tryAgain } from '#electron/delivery/delivery-acts.ts'
import {
  type Acts,
  deliverySettings,
  setEmail,
  setRecipients,
  setSchedule,
  setSms,
  setTelegram,
} from '#electron/delivery/settings-acts.ts'
import type { Caller } from './caller.ts'
import type { Desk } from './desk.ts'
import type { DeskImplementer } from './implementer.ts'

/** `delivery` of the contract, one line each. */
export function deliveryHandlers({ delivery }: DeskImplementer, desk: () => Desk) {
  const acts = (caller: Caller): Acts => ({ register: desk().register, delivery: desk().delivery, caller })
  return {
    settings: delivery.settings.handler(({ context }) => deliverySettings(acts(context))),
    setEmail: delivery.setEmail.handler(({ input, context }) => setEmail(acts(context), input.email)),
    setTelegram: delivery.setTelegram.handler(({ input, context }) => setTelegram(acts(context), input.telegram)),
    setSms: delivery.setSms.handler(({ input, context }) => setSms(acts(context), input.sms)),
    setRecipients: delivery.setRecipients.handler(({ input, context }) => setRecipients(acts(context), input.recipients)),
    setSchedule: delivery.setSchedule.handler(({ input, context }) => setSchedule(acts(context), input)),
    list: delivery.list.handler(({ input }) => listDeliveries(desk().register, input.limit)),
    test: delivery.test.handler(({ input, context }) => testRecipient(acts(context), input.recipientId)),
    tryAgain: delivery.tryAgain.handler(({ input, context }) => tryAgain(acts(context), input.deliveryId)),
    dismiss: delivery.dismiss.handler(({ input, context }) => dismiss(acts(context), input.deliveryId)),
    run: delivery.run.handler(({ context }) => runDeliveries(acts(context))),
  }
}
