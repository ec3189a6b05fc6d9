import type { Purpose } from './guest.ts'

export const NAME_SCRIPTS = ['latin', 'printed'] as const
export const NAME_CASES = ['upper', 'capitalised'] as const
export const DATE_FORMATS = ['dd.mm.yyyy', 'dd/mm/yyyy', 'yyyy-mm-dd'] as const
export const ROOM_PLACES = ['none', 'address', 'comment'] as const
export const ROOM_FORMS = ['plain', 'numero'] as const
export const SINGLE_NAME_CONVENTIONS = ['dash', 'repeat_surname'] as const

/**
 * How a property writes what it puts into one portal. The law names none of this; the portal, the migration department or habit do. A
 * notice that goes by itself is not touched by it: that has a format of its own.
 */
export interface FilingConvention {
  /** `latin` = as the MRZ spells it, or by the rule of transliteration; `printed` = as it stands in the document, in its own script. */
  readonly nameScript: (typeof NAME_SCRIPTS)[number]
  readonly nameCase: (typeof NAME_CASES)[number]
  /** What the given-names field gets for a person with one name. */
  readonly singleName: (typeof SINGLE_NAME_CONVENTIONS)[number]
  readonly dateFormat: (typeof DATE_FORMATS)[number]
  /** The form has no field for the room: it stands behind the address, in the further remarks, or nowhere. */
  readonly roomPlace: (typeof ROOM_PLACES)[number]
  /** `101` or `№101`. */
  readonly roomForm: (typeof ROOM_FORMS)[number]
  /** Address as the portal lists it; `null` = the property's own. */
  readonly address: string | null
  /** BIN or IIN of the account at the portal; `null` = the property's own. */
  readonly hostNumber: string | null
  /** The portal's own word or code for a purpose, where it is another than the usual Russian one. */
  readonly purposes: Readonly<Partial<Record<Purpose, string>>>
}
