/** The screen of the working calendar. */
export const calendarScreen = {
  title: 'Күнтізбе',
} as const
