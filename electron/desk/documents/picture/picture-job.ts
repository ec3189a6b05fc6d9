import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import type { GrayPicture } from './gray-picture.ts'
import type { PictureReading, ReadingStep } from './read-picture.ts'

/** What the thread is given when it starts. */
export interface PictureJob {
  readonly picture: GrayPicture
  /** Decides the century of birthdays; only whether digits agree matters here. */
  readonly today: CalendarDate
}

/** What it says; `done` is the last. */
export type PictureMessage =
  | { readonly kind: 'progress'; readonly step: ReadingStep; readonly done: number }
  | { readonly kind: 'done'; readonly reading: PictureReading | null }
