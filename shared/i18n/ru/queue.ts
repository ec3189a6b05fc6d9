export const queue = {
  title: 'Очередь',
} as const
