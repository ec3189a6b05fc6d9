/** The screen of the rules, and the calculator. */
export const rules = {
  title: 'Правила',
} as const
