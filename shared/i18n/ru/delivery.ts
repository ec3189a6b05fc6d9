export const delivery = { title: 'Доставка' } as const
