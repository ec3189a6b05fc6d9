import type { TranslationOf } from '../catalogue.ts'
import type { ru } from '../ru/index.ts'
import { calendarFile } from './calendar-file.ts'
import { calendarScreen } from './calendar-screen.ts'
import { card } from './card.ts'
import { checkIn } from './check-in.ts'
import { common } from './common.ts'
import { delivery } from './delivery.ts'
import { document } from './document.ts'
import { duties } from './duties.ts'
import { endOfDay } from './end-of-day.ts'
import { errors, input, lawNotices, storeTrouble } from './errors.ts'
import { evidence } from './evidence.ts'
import { filing, settings } from './filing.ts'
import { folderTrouble } from './folder-trouble.ts'
import { guest } from './guest.ts'
import { duplicateCase, guestActs, noticeChain } from './guest-acts.ts'
import { guestList } from './guest-list.ts'
import { help } from './help.ts'
import { inHouse } from './in-house.ts'
import { keptForms } from './kept-forms.ts'
import { decide, line } from './line.ts'
import { lostPassport } from './lost-passport.ts'
import { palette } from './palette.ts'
import { paper } from './paper.ts'
import { propertySettings } from './property-settings.ts'
import { queue } from './queue.ts'
import {
  channels,
  documentTypes,
  fields,
  missing,
  notCountries,
  propertyKinds,
  purposes,
  roles,
  sexes,
  visaEntries,
} from './register.ts'
import { report } from './report.ts'
import { rooming } from './rooming.ts'
import { rules } from './rules.ts'
import { setup } from './setup.ts'
import { commands, shell } from './shell.ts'
import { causes, stateNotes, states } from './states.ts'
import { calendar, time } from './time.ts'
import { timeline } from './timeline.ts'
import { today } from './today.ts'
import { fieldRules, validation } from './validation.ts'

export const en = {
  evidence,
  palette,
  paper,
  card,
  lostPassport,
  delivery,
  report,
  rooming,
  calendar,
  calendarFile,
  calendarScreen,
  causes,
  channels,
  checkIn,
  commands,
  common,
  decide,
  document,
  documentTypes,
  duplicateCase,
  duties,
  endOfDay,
  errors,
  fieldRules,
  fields,
  filing,
  folderTrouble,
  guest,
  guestActs,
  guestList,
  help,
  inHouse,
  input,
  keptForms,
  lawNotices,
  line,
  missing,
  notCountries,
  noticeChain,
  propertyKinds,
  propertySettings,
  purposes,
  queue,
  roles,
  rules,
  settings,
  setup,
  sexes,
  shell,
  stateNotes,
  states,
  storeTrouble,
  time,
  timeline,
  today,
  validation,
  visaEntries,
} satisfies TranslationOf<typeof ru>
