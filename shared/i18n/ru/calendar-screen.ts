/** The screen of the working calendar. */
export const calendarScreen = {
  title: 'Календарь',
} as const
