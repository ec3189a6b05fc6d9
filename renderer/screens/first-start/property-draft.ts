import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ChannelId } from '#shared/domain/channel.ts'
import type { Language } from '#shared/i18n/language.ts'
import type { ru } from '#shared/i18n/ru/index.ts'

export type PropertyKind = keyof typeof ru.propertyKinds

/** As typed: text everywhere, so that nothing is lost by being half right. */
export interface PropertyDraft {
  readonly name: string
  readonly bin: string
  readonly kind: PropertyKind
  readonly roomCount: string
  readonly address: string
  readonly city: string
  readonly phone: string
  readonly department: string
  readonly channel: ChannelId
  /** `null` = the language this window speaks. */
  readonly language: Language | null
}

const EMPTY: PropertyDraft = {
  name: '',
  bin: '',
  kind: 'small_business',
  roomCount: '',
  address: '',
  city: '',
  phone: '',
  department: '',
  channel: 'assisted-portal',
  language: null,
}

interface PropertyDraftState {
  readonly draft: PropertyDraft
  readonly isBegun: boolean
  change(part: Partial<PropertyDraft>): void
  discard(): void
}

/** The unfinished form, kept on this PC: it holds the hotel's own public data and no guest. */
export const usePropertyDraft = create<PropertyDraftState>()(
  persist(
    (set) => ({
      draft: EMPTY,
      isBegun: false,
      change: (part) => set(({ draft }) => ({ draft: { ...draft, ...part }, isBegun: true })),
      discard: () => set({ draft: EMPTY, isBegun: false }),
    }),
    { name: 'qabyl.property-draft' },
  ),
)
