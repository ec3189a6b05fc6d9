/** The working calendar as a file for any calendar program: what stands on each day. */
export const calendarFile = {
  title: 'Рабочий календарь Казахстана',
  instead: '{{holiday}}: выходной вместо {{day}}',
  movedOff: 'Выходной: перенесён с {{day}}',
  working: 'Рабочий день',
  workingFor: 'Рабочий день: выходной перенесён на {{day}}',
  forecast: '{{name}} (прогноз)',
  source: 'Календарь {{version}}. Источник: {{source}}',
} as const
