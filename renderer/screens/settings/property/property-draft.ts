import type { PropertyDetails } from '#shared/contract/property-contract.ts'
import type { Status } from '#shared/contract/schemas.ts'

/** As typed: text everywhere, so that nothing is lost by being half right. */
export type PropertyText = { readonly [Field in Exclude<keyof PropertyDetails, 'kind' | 'language'>]: string } & Pick<
  PropertyDetails,
  'kind' | 'language'
>

/** What can be changed of a property, as the desk tells it. */
export function detailsOf(property: NonNullable<Status['property']>): PropertyDetails {
  const { name, bin, address, city, phone, department, kind, roomCount, language } = property
  return { name, bin, address, city, phone, department, kind, roomCount, language }
}

export function textOf(details: PropertyDetails): PropertyText {
  const { city, phone, roomCount } = details
  return { ...details, city: city ?? '', phone: phone ?? '', roomCount: roomCount === null ? '' : String(roomCount) }
}

/** Of a form that was checked: the room count is a number or nothing. */
export function detailsTyped(text: PropertyText): PropertyDetails {
  const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim())
  const roomCount = orNull(text.roomCount)
  return {
    name: text.name.trim(),
    bin: text.bin.trim(),
    address: text.address.trim(),
    city: orNull(text.city),
    phone: orNull(text.phone),
    department: text.department.trim(),
    kind: text.kind,
    roomCount: roomCount === null ? null : Number(roomCount),
    language: text.language,
  }
}

export function isSame(one: PropertyDetails, other: PropertyDetails): boolean {
  const fields = Object.keys(one) as (keyof PropertyDetails)[]
  return fields.every((field) => one[field] === other[field])
}
