import { first } from './0001-first.ts'
import { law } from './0002-law.ts'
import { followUps } from './0003-follow-ups.ts'
import { proofPortal } from './0004-proof-portal.ts'
import { waitingNews } from './0005-waiting-news.ts'
import { notRequiredNews } from './0006-not-required-news.ts'
import { businessDays } from './0007-business-days.ts'
import { deliveries } from './0008-deliveries.ts'
import { paperLists } from './0009-paper-lists.ts'
import { documentPhotos } from './0010-document-photos.ts'
import { lostPassports } from './0011-lost-passports.ts'
import { guestList } from './0012-guest-list.ts'
import type { Migration } from './migration.ts'

/** Every step of the schema, in order. Add at the end; never edit or remove one that was released. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  law,
  followUps,
  proofPortal,
  waitingNews,
  notRequiredNews,
  businessDays,
  deliveries,
  paperLists,
  documentPhotos,
  lostPassports,
  guestList,
]
