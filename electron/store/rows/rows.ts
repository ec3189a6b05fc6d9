import { arrivalRows } from './arrivals.ts'
import { attemptRows } from './attempts.ts'
import { auditTimeRows } from './audit-times.ts'
import { businessDayFileRows } from './business-day-files.ts'
import { businessDayRows } from './business-days.ts'
import { calendarChangeRows } from './calendar-changes.ts'
import { calendarDeadlineRows } from './calendar-deadlines.ts'
import { calendarInForceRows } from './calendar-in-force.ts'
import { calendarYearRows } from './calendar-years.ts'
import { consentRows } from './consents.ts'
import { deliveryRows } from './deliveries.ts'
import { documentPhotoRows } from './document-photos.ts'
import { draftRows } from './drafts.ts'
import { guestDayRows } from './guest-days.ts'
import { guestListRows } from './guest-list.ts'
import { guestRows } from './guests.ts'
import { journalRows } from './journal.ts'
import { lastDayRows } from './last-days.ts'
import { laterEntryRows } from './later-entries.ts'
import { lostPassportRows } from './lost-passports.ts'
import { noticeLineRows } from './notice-lines.ts'
import { notificationRows } from './notifications.ts'
import { outageRows } from './outages.ts'
import { paperListRows } from './paper-lists.ts'
import { paperScanRows } from './paper-scans.ts'
import { propertyRows } from './property.ts'
import { receiptRows } from './receipts.ts'
import { revisionRows } from './revisions.ts'
import { roundTripRows } from './round-trips.ts'
import type { RowStore } from './row-store.ts'
import { signingKeyRows } from './signing-key.ts'
import { stayRows } from './stays.ts'
import { waitingNewsRows } from './waiting-news.ts'

export type Rows = ReturnType<typeof openRows>

/** Every table of the register by name. Made once per open store. */
export function openRows(store: RowStore) {
  return {
    property: propertyRows(store),
    stays: stayRows(store),
    guests: guestRows(store),
    notifications: notificationRows(store),
    noticeLines: noticeLineRows(store),
    guestDays: guestDayRows(store),
    guestList: guestListRows(store),
    revisions: revisionRows(store),
    attempts: attemptRows(store),
    arrivals: arrivalRows(store),
    journal: journalRows(store),
    receipts: receiptRows(store),
    deliveries: deliveryRows(store),
    documentPhotos: documentPhotoRows(store),
    drafts: draftRows(store),
    outages: outageRows(store),
    roundTrips: roundTripRows(store),
    lastDays: lastDayRows(store),
    laterEntries: laterEntryRows(store),
    calendarYears: calendarYearRows(store),
    calendarInForce: calendarInForceRows(store),
    calendarChanges: calendarChangeRows(store),
    calendarDeadlines: calendarDeadlineRows(store),
    auditTimes: auditTimeRows(store),
    waitingNews: waitingNewsRows(store),
    businessDays: businessDayRows(store),
    businessDayFiles: businessDayFileRows(store),
    signingKey: signingKeyRows(store),
    paperLists: paperListRows(store),
    paperScans: paperScanRows(store),
    lostPassports: lostPassportRows(store),
    consents: consentRows(store),
  }
}
