export const checkIn = {
  title: 'Заезд',
} as const
