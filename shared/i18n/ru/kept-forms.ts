/** Forms that were begun and not saved, and what happened to the guest meanwhile. */
export const keptForms = {
  discard: 'Стереть набранное',
  meanwhile: {
    title: 'Пока форма была открыта, запись изменилась',
    sameDay: 'Срок прежний: {{day}}.',
    movedDay: 'Срок был {{from}}, теперь {{to}}.',
    newDay: 'Теперь есть срок: {{day}}.',
    noDay: 'Срок пока не определён.',
    closed: 'Уведомление закрыто: {{state}}. Срок больше не идёт.',
    todo: 'Ваша форма ещё не сохранена, набранное на месте. Проверьте и сохраните – или закройте форму.',
    read: 'Понятно',
  },
} as const
