/** What can be done with the day stands under this id: Enter on a day puts the keyboard there. */
export const DAY_PANEL_ID = 'calendar-day'
