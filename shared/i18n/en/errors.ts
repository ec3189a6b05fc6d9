import type { TranslationOf } from '../catalogue.ts'
import type * as source from '../ru/errors.ts'

export const errors = {
  BAD_INPUT: {
    what: 'The data were not taken; nothing was changed.',
    deadline: "The guest's deadline stands and counts from the day of arrival.",
    todo: 'Correct the marked fields and save again.',
  },
  NOT_FOUND: {
    what: 'There is no such record here.',
    deadline: 'No other deadline is touched.',
    todo: 'Go back to the board or look the guest up by name.',
  },
  FORBIDDEN: {
    what: 'Your role may not do this.',
    deadline: "The guest's deadline stands and is running.",
    todo: 'Call a colleague who may.',
  },
  NOT_NOW: {
    what: 'The notice has moved on; this no longer applies to it.',
    deadline: 'The deadline is unchanged; the present state is shown.',
    todo: 'Open the guest: it shows what can be done now.',
  },
  LEASED: {
    what: 'A colleague is filing this guest right now.',
    deadline: 'The deadline stands; it must not be filed twice.',
    todo: 'Wait until your colleague is done, or agree between you.',
  },
  ON_PAPER: {
    what: 'This notice is on a covering list for the migration service.',
    deadline: 'The deadline stands; while it is on the list it must not be filed a second way.',
    todo: 'Record the stamp, or take the notice off the list, then try again.',
  },
  STALE: {
    what: 'The record was changed while it was open.',
    deadline: "The deadline stands; your colleague's change is saved, yours is not yet.",
    todo: 'Refresh the record and make the change again.',
  },
  PROOF_REQUIRED: {
    what: 'Without a receipt number or file it cannot be marked accepted.',
    deadline: 'Until there is proof the deadline counts as open.',
    todo: 'Type the number the portal gave, or add the receipt file.',
  },
  NOT_SET_UP: {
    what: 'There is no property in this folder yet.',
    deadline: 'No deadline runs while there are no guests.',
    todo: 'Fill in the property, or begin with training.',
  },
  ALREADY_SET_UP: {
    what: 'This folder holds a property already.',
    deadline: 'Its guests and deadlines were not touched.',
    todo: 'Open the board; another property needs a folder of its own.',
  },
  STORE_FAILED: {
    what: 'Writing to disk failed; the change is not saved.',
    deadline: 'The deadline is running and the notice is not recorded.',
    todo: 'Free some disk space or check the data folder, then try again.',
  },
  STORE_UNKNOWN: {
    what: 'The disk did not answer; the change may or may not be saved.',
    deadline: "The guest's deadline is running as before.",
    todo: 'Save a check-in again from the same form: it is not recorded twice. For anything else look at the guest first.',
  },
  CHANNEL_NOT_AUTOMATIC: {
    what: 'This property files by hand; nothing goes by itself.',
    deadline: 'The deadline stands and the notice waits for a person.',
    todo: 'Open the queue and file through the portal field by field.',
  },
  DESK_GONE: {
    what: 'The desk program does not answer.',
    deadline: 'What was saved is safe and the queue is on disk. Deadlines run as before.',
    todo: 'Wait: this window reconnects by itself. If it has not within a minute, close Qabyl and open it again.',
  },
  DESK_GONE_MID_CALL: {
    what: 'The desk program stopped answering in the middle of this.',
    deadline: "It may or may not have been saved. The guest's deadline runs as before.",
    todo: 'Once it is back, save a check-in again from the same form: it is not recorded twice. For anything else look at the guest first.',
  },
  UNAUTHORIZED: {
    what: 'This window is no longer let in: its key is old or not ours.',
    deadline: 'Data and queue are in place; deadlines run as before.',
    todo: 'Open Qabyl at the new address it printed when it started.',
  },
  UNEXPECTED: {
    what: 'The program made an error; it was not done.',
    deadline: "The guest's deadline stands and is running.",
    todo: 'Look at the guest and try again. If it comes back, file by hand and tell support.',
  },
} satisfies TranslationOf<typeof source.errors>

export const input = {
  required: 'Must be filled in',
  too_short: 'Too short',
  too_long: 'Too long',
  not_a_date: 'No such day. Write DD.MM.YYYY',
  not_a_date_time: 'Date and time not understood',
  not_a_number: 'A number is needed',
  wrong_format: 'Not written the expected way',
  bin_digits: 'A BIN has 12 digits, this has {{count}}',
  bin_check_digit: 'The check digit does not fit: look at the BIN again',
  bin_is_iin: 'This is the IIN of a person. An organisation has a BIN',
  bin_is_bin: 'This is the BIN of an organisation. A person has an IIN',
  unknown_code: 'There is no such code',
  already_used: 'Already in the list',
  folder_not_absolute: 'Write the whole path, from the drive on',
  folder_of_register: 'This is the folder of Qabyl’s own data: choose another',
  departure_before_arrival: 'Departure is before arrival',
  not_later: 'The new departure is not later than the old one',
  in_future: 'That day is still to come',
  before_loss: 'Before the passport was lost',
  before_from: 'The period ends before it begins',
  future_needs_reservation: 'The arrival is still to come: correct the time or fill in the booking number',
  arrival_notice_stays: 'The notice of arrival cannot be switched off: the law asks for it',
  same_room: 'The guest lives in this room already',
  already_recorded: 'This guest is recorded for that day under this booking already',
  earlier_day_open: 'Close the earlier day first',
  stamp_before_arrival: 'The stamp is older than the arrival of a guest',
  stamp_before_list: 'The stamp is older than the list',
  not_on_list: 'This guest is no longer on the list',
  nobody_taken: 'Nobody was taken: there is nothing to prove',
  plain_sign_in: 'Without encryption anybody on the way reads the password: protect it, or confirm below',
  no_placeholder: 'The request lacks {phone} or {text}',
  picture_too_large: 'The picture is too large',
  picture_broken: 'The picture is damaged',
  not_taken: 'This value was not taken',
} satisfies TranslationOf<typeof source.input>

export const lawNotices = {
  notice_switched_off_for_registered:
    'Notices about guests who are registered by day 30 are switched off. The law does not plainly allow that; Rules can switch them on.',
} satisfies TranslationOf<typeof source.lawNotices>

export const storeTrouble = {
  title: 'Reading only: nothing can be saved',
  folder_blocked: 'The data folder cannot be written. Check its rights and the disk; what was saved before is safe.',
  disk_full: 'The disk is full. Free some space: until then arrivals are not saved, and deadlines run.',
  locked: 'Another copy of the program holds the data. Close it and open Qabyl again.',
  damaged: 'The data file is damaged. Enter nothing and restore the last backup.',
  other: 'Writing to disk does not work. What was saved before is safe; put new arrivals on paper for now.',
} satisfies TranslationOf<typeof source.storeTrouble>
