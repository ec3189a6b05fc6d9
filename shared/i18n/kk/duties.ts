/** The clocks of a stay and why each ends when it does. */
export const duties = {
  title: 'Басқа мерзімдер',
} as const
