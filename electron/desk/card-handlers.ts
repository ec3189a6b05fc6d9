import type { DeskImplementer } from './implementer.ts'
import type { Register } from './register.ts'
import { cardSettings, setCardSettings } from './registration-card/card-settings.ts'
import { cardOf, recordConsent } from './registration-card/consent.ts'
import { printCards } from './registration-card/print-cards.ts'

/** `card` of the contract, one line each. */
export function cardHandlers({ card }: DeskImplementer, register: () => Register) {
  return {
    get: card.get.handler(({ input }) => cardOf(register(), input.noticeId)),
    print: card.print.handler(({ input, context }) => printCards(register(), context, input)),
    recordConsent: card.recordConsent.handler(({ input, context }) => recordConsent(register(), context, input)),
    settings: card.settings.handler(() => cardSettings(register())),
    setSettings: card.setSettings.handler(({ input, context }) => setCardSettings(register(), context, input)),
  }
}
