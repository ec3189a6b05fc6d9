/** Class names of what holds: `join(styles.card, isLate && styles.late)`. */
export function join(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
