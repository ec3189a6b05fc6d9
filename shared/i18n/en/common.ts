import type { TranslationOf } from '../catalogue.ts'
import type { common as source } from '../ru/common.ts'

export const common = {
  languages: { kk: 'Қазақша', ru: 'Русский', en: 'English' },
  languageCodes: { kk: 'Қаз', ru: 'Рус', en: 'Eng' },
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  back: 'Back',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  open: 'Open',
  none: 'none',
  unknown: 'unknown',
  loading: 'Opening the records',
  room: 'Room',
  roomNumber: 'room {{room}}',
  now: 'now',
  reason: 'Reason',
  reasonHint: 'Kept in the journal with your name',
  reasonShort: 'Give the reason: three letters at least',
} satisfies TranslationOf<typeof source>
