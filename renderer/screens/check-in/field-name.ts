import { CATALOGUES } from '#shared/i18n/index.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { FormField } from './form-state.ts'

/** A field that may be unreadable or refused, as its label names it. */
export function fieldName(field: FormField, { say, language }: Words): string {
  switch (field) {
    case 'scan':
      return say('fields.mrz')
    case 'arrivalDate':
      return say('fields.arrivalAt')
    case 'arrivalTime':
      return say('checkIn.fields.arrivalTime')
    case 'departure':
      return say('fields.departureDate')
    default:
      return labels(language)[field] ?? field
  }
}

function labels(language: Words['language']): Readonly<Record<string, string>> {
  return CATALOGUES[language].fields
}
