/** Fields of a notice whose name at the desk is another than their last part. */
const DESK_FIELDS: Readonly<Record<string, string>> = {
  'document.type': 'documentType',
  'document.series': 'documentSeries',
  'document.number': 'documentNumber',
}

/** What the desk calls the field that the wire calls `document.number`. */
export function deskFieldOf(path: string): string {
  return DESK_FIELDS[path] ?? path.split('.').at(-1) ?? path
}
