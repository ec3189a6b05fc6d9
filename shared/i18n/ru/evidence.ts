export const evidence = { title: 'Доказательства' } as const
