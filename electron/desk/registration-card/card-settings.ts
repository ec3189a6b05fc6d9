import { type CardSettings, cardSettingsSchema } from '#shared/contract/card-contract.ts'
import type { Caller } from '../caller.ts'
import type { Register } from '../register.ts'

const CARD = 'card.settings'

const NOTHING_DECIDED: CardSettings = { houseText: { kk: null, ru: null, en: null }, keepYears: null }

/** What the property puts on its cards. */
export function cardSettings({ store }: Pick<Register, 'store'>): CardSettings {
  return store.settings.get(CARD, cardSettingsSchema) ?? NOTHING_DECIDED
}

export function setCardSettings(register: Register, caller: Caller, settings: CardSettings): CardSettings {
  register.write(() => {
    const before = cardSettings(register)
    register.store.settings.set(CARD, settings)
    register.store.audit.append({
      actor: caller.actor,
      action: 'card.settings_changed',
      subject: null,
      stayId: null,
      details: { before, after: settings },
    })
  })
  register.changed(['guest'], null)
  return cardSettings(register)
}
