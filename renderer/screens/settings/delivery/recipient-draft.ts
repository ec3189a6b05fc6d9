import { FILE_WAYS, type Recipient, WARNING_WAYS } from '#shared/contract/delivery-schemas.ts'
import type { Language } from '#shared/i18n/language.ts'

/** Somebody new: whoever is added is usually the owner, who is to be warned. */
export function newRecipient(id: string, language: Language): Recipient {
  return fitted({
    id,
    name: '',
    way: 'email',
    address: '',
    language,
    dayReport: true,
    weekly: false,
    monthly: true,
    formats: ['pdf'],
    warnings: true,
  })
}

/** With another way: what it cannot carry falls away, and the address belonged to the way before. */
export function withWay(recipient: Recipient, way: Recipient['way']): Recipient {
  return way === recipient.way ? recipient : fitted({ ...recipient, way, address: '' })
}

export function withFormat(recipient: Recipient, format: Recipient['formats'][number], isWanted: boolean): Recipient {
  const formats = isWanted ? [...recipient.formats, format] : recipient.formats.filter((other) => other !== format)
  return formats.length === 0 ? recipient : { ...recipient, formats }
}

export function carriesFiles({ way }: Pick<Recipient, 'way'>): boolean {
  return FILE_WAYS.includes(way)
}

export function reachesPeople({ way }: Pick<Recipient, 'way'>): boolean {
  return WARNING_WAYS.includes(way)
}

/** What a recipient gets, in the order of the form. */
export const GIFTS = ['dayReport', 'weekly', 'monthly', 'warnings'] as const

function fitted(recipient: Recipient): Recipient {
  const hasFiles = carriesFiles(recipient)
  return {
    ...recipient,
    dayReport: hasFiles && recipient.dayReport,
    weekly: hasFiles && recipient.weekly,
    monthly: hasFiles && recipient.monthly,
    warnings: reachesPeople(recipient) && recipient.warnings,
    formats: recipient.way === 'printer' ? ['pdf'] : recipient.formats,
  }
}
