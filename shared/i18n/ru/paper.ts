export const paper = { title: 'На бумаге' } as const
