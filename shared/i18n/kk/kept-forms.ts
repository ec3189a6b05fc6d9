import type { TranslationOf } from '../catalogue.ts'
import type { keptForms as source } from '../ru/kept-forms.ts'

export const keptForms = {
  discard: 'Терілгенді өшіру',
  meanwhile: {
    title: 'Форма ашық тұрғанда жазба өзгерді',
    sameDay: 'Мерзім бұрынғыдай: {{day}}.',
    movedDay: 'Мерзім {{from}} еді, енді {{to}}.',
    newDay: 'Енді мерзімі бар: {{day}}.',
    noDay: 'Мерзім әзірге анықталмаған.',
    closed: 'Хабарлама жабылды: {{state}}. Мерзім енді жүрмейді.',
    todo: 'Формаңыз әлі сақталған жоқ, тергеніңіз орнында. Тексеріп сақтаңыз немесе форманы жабыңыз.',
    read: 'Түсінікті',
  },
} satisfies TranslationOf<typeof source>
