import type { TranslationOf } from '../catalogue.ts'
import type { common as source } from '../ru/common.ts'

export const common = {
  languages: { kk: 'Қазақша', ru: 'Русский', en: 'English' },
  languageCodes: { kk: 'Қаз', ru: 'Рус', en: 'Eng' },
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  next: 'Next',
  back: 'Back',
  retry: 'Try again',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  open: 'Open',
  show: 'Show',
  edit: 'Edit',
  none: 'none',
  unknown: 'unknown',
  optional: 'optional',
  loading: 'Loading',
  room: 'Room',
  roomNumber: 'room {{room}}',
  now: 'now',
  undo: 'Undo',
} satisfies TranslationOf<typeof source>
