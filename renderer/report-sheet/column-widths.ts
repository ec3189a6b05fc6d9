import type { Column } from '#shared/reports/document.ts'

/** The weights of columns as shares of the sheet, together 100 %. */
export function columnWidths(columns: readonly Column[]): readonly { readonly id: string; readonly width: string }[] {
  const whole = columns.reduce((sum, { weight }) => sum + weight, 0)
  return columns.map(({ id, weight }) => ({ id, width: `${((weight / whole) * 100).toFixed(3)}%` }))
}
