import type { Migration } from './migration.ts'

/** What the list of guests is read by, however many there are and wherever in it one looks. Nothing of an older register needs changing. */
export const guestList: Migration = {
  number: 12,
  name: 'guest-list',
  up(database) {
    database.exec(`
      -- The list in its order with all that filters it, so that a page deep in it is counted off without reading a notice.
      CREATE INDEX notification_guest_list ON notification (property_id, arrival_date, id, state, guest_id) WHERE sequence = 1;
      -- Few of all: who was withdrawn after the arrival was accepted.
      CREATE INDEX notification_cancellation ON notification (property_id, guest_id) WHERE kind = 'cancellation';
    `)
  },
}
