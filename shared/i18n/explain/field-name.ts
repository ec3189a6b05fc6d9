import { CATALOGUES } from '../index.ts'
import type { Words } from '../words.ts'

/** Names in the notice's own schema that differ from the register's. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  type: 'documentType',
  series: 'documentSeries',
  number: 'documentNumber',
}

/** The register's field a service means: `document.number` is `documentNumber`. */
export function registerField(field: string): string {
  const last = field.split('.').at(-1) ?? field
  return OTHER_NAMES[last] ?? last
}

/** A field a service named, in the clerk's words; a field that is none of ours stays as it was named. */
export function fieldName(field: string, { language }: Pick<Words, 'language'>): string {
  const names: Readonly<Record<string, string>> = CATALOGUES[language].fields
  return names[registerField(field)] ?? field
}
