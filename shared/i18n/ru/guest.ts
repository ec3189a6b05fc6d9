export const guest = {
  title: 'Гости',
} as const
