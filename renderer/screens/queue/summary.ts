import type { Notice } from '#shared/contract/schemas.ts'
import type { Words } from '../../i18n/use-words.ts'

/** How many wait, that none is lost, and whether time presses: the truth in two sentences. */
export function summaryInWords(waiting: readonly Pick<Notice, 'lane'>[], { say }: Pick<Words, 'say'>): string {
  if (waiting.length === 0) return say('queue.summary.nobody')
  const overdue = waiting.filter(({ lane }) => lane === 'overdue').length
  const today = waiting.filter(({ lane }) => lane === 'today').length
  const pressure =
    overdue > 0 && today > 0
      ? say('queue.summary.overdueAndToday', { overdue, today })
      : overdue > 0
        ? say('queue.summary.overdue', { count: overdue })
        : today > 0
          ? say('queue.summary.dueToday', { count: today })
          : say('queue.summary.inTime')
  return `${say('queue.summary.waiting', { count: waiting.length })} ${pressure}`
}
