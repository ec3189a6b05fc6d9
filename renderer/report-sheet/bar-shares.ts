/** Each part of each bar as a percentage of the longest bar's whole length. */
export function barShares(rows: readonly { readonly values: readonly number[] }[]): readonly (readonly number[])[] {
  const longest = Math.max(1, ...rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0)))
  return rows.map(({ values }) => values.map((value) => Number(((value / longest) * 100).toFixed(2))))
}
