import type { TranslationOf } from '../catalogue.ts'
import type { common as source } from '../ru/common.ts'

export const common = {
  languages: { kk: 'Қазақша', ru: 'Русский', en: 'English' },
  languageCodes: { kk: 'Қаз', ru: 'Рус', en: 'Eng' },
  cancel: 'Бас тарту',
  close: 'Жабу',
  save: 'Сақтау',
  next: 'Әрі қарай',
  back: 'Артқа',
  retry: 'Қайталау',
  copy: 'Көшіру',
  copied: 'Көшірілді',
  print: 'Басып шығару',
  open: 'Ашу',
  show: 'Көрсету',
  edit: 'Өзгерту',
  none: 'жоқ',
  unknown: 'белгісіз',
  optional: 'міндетті емес',
  loading: 'Жүктелуде',
  room: 'Нөмір',
  roomNumber: '{{room}}-нөмір',
  now: 'қазір',
  undo: 'Қайтару',
} satisfies TranslationOf<typeof source>
