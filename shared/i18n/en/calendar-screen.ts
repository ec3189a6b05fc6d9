/** The screen of the working calendar. */
export const calendarScreen = {
  title: 'Calendar',
} as const
