/** What a column of a rooming list can hold. */
export const LIST_COLUMNS = [
  'surnameFirst',
  'givenFirst',
  'surname',
  'givenNames',
  'patronymic',
  'sex',
  'birthDate',
  'citizenship',
  'documentType',
  'documentSeries',
  'documentNumber',
  'issueDate',
  'expiryDate',
  'mrz',
  'room',
  'arrival',
  'departure',
  'reservation',
  'purpose',
  'borderEntryDate',
  'visaNumber',
  'visaValidUntil',
  'phone',
  'email',
  /** The running number of the row: read past on purpose. */
  'rowNumber',
  /** Nobody understood it, or the clerk says that it is not needed. Its text goes along with the guest as a note. */
  'other',
] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]

/** Columns that hold a day. */
export const DAY_COLUMNS = [
  'birthDate',
  'issueDate',
  'expiryDate',
  'arrival',
  'departure',
  'borderEntryDate',
  'visaValidUntil',
] as const satisfies readonly ListColumn[]
export type DayColumn = (typeof DAY_COLUMNS)[number]

export function isDayColumn(column: ListColumn): column is DayColumn {
  return (DAY_COLUMNS as readonly ListColumn[]).includes(column)
}

/** What a list may hold at most: two coaches. More is a mistake, or is taken in parts. */
export const MOST_LIST_ROWS = 100
export const MOST_LIST_COLUMNS = 60
/** Three lines of a card's machine-readable zone fit many times over. */
export const MOST_CELL_LENGTH = 400

/** Rows of cells as they were pasted or read from a file, each as long as the longest. */
export type ListCells = readonly (readonly string[])[]
