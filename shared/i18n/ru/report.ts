export const report = { title: 'Отчёт о сроках' } as const
