import type { TranslationOf } from '../catalogue.ts'
import type { common as source } from '../ru/common.ts'

export const common = {
  languages: { kk: 'Қазақша', ru: 'Русский', en: 'English' },
  languageCodes: { kk: 'Қаз', ru: 'Рус', en: 'Eng' },
  cancel: 'Бас тарту',
  close: 'Жабу',
  save: 'Сақтау',
  back: 'Артқа',
  retry: 'Қайталау',
  copy: 'Көшіру',
  copied: 'Көшірілді',
  print: 'Басып шығару',
  open: 'Ашу',
  none: 'жоқ',
  unknown: 'белгісіз',
  loading: 'Жазбалар ашылып жатыр',
  room: 'Нөмір',
  roomNumber: '{{room}}-нөмір',
  now: 'қазір',
  reason: 'Себебі',
  reasonHint: 'Атыңызбен бірге журналда қалады',
  reasonShort: 'Себебін жазыңыз: кемінде үш әріп',
} satisfies TranslationOf<typeof source>
