/** The clocks of a stay and why each ends when it does. */
export const duties = {
  title: 'Other clocks',
} as const
