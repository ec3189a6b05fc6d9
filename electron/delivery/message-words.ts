import type { Property } from '#electron/store/rows/property.ts'
import type { DeliveryContent } from '#shared/contract/delivery-schemas.ts'
import { assertNever } from '#shared/domain/assert-never.ts'
import { addDays, type CalendarDate } from '#shared/domain/calendar-date.ts'
import { longDay, weekdayDay } from '#shared/i18n/dates.ts'
import type { Language } from '#shared/i18n/language.ts'
import { type Say, wordsIn } from '#shared/i18n/words.ts'
import type { Message } from './message.ts'

export interface MessageFrame {
  readonly property: Pick<Property, 'name' | 'environment'>
  readonly language: Language
  /** The same may have arrived before. */
  readonly isRepeat: boolean
}

type Wording = Pick<Message, 'subject' | 'text' | 'short'>
type WarningContent = Extract<DeliveryContent, { kind: 'warning' }>

/** An SMS is paid by seventy letters. */
const LONGEST_NAME_IN_SMS = 30

/** A delivery in words. Made of counts, dates and the property's name; nothing of a guest comes in here. */
export function wordsOf(content: DeliveryContent, frame: MessageFrame): Wording {
  const { property, language, isRepeat } = frame
  const { say } = wordsIn(language)
  const wording = plainWords(content, property.name, say, language)
  const trial = property.environment === 'production' ? null : say(`delivery.message.trial.${property.environment}`)
  const repeat = isRepeat ? say('delivery.message.repeat') : null
  const foot = say(hasFile(content) ? 'delivery.message.footWithFile' : 'delivery.message.foot')
  return {
    subject: trial === null ? wording.subject : `[${trial}] ${wording.subject}`,
    text: [trial, repeat, wording.text, foot].filter((part) => part !== null).join('\n\n'),
    short: [trial, wording.short, repeat].filter((part) => part !== null).join(' '),
  }
}

function hasFile({ kind }: DeliveryContent): boolean {
  return kind === 'day_report' || kind === 'summary'
}

function plainWords(content: DeliveryContent, name: string, say: Say, language: Language): Wording {
  const property = name
  const shortName = name.slice(0, LONGEST_NAME_IN_SMS)
  switch (content.kind) {
    case 'warning':
      return warningWords(content, name, say, language)
    case 'solved': {
      const [day, time] = [weekdayDay(content.date, language), content.at]
      return {
        subject: say('delivery.message.solved.subject', { property }),
        text: say('delivery.message.solved.text', { property, day, time }),
        short: say('delivery.message.solved.short', { property: shortName, time }),
      }
    }
    case 'day_report': {
      const values = { property, day: longDay(content.date, language), number: content.number }
      const subject = say('delivery.message.dayReport.subject', values)
      return { subject, text: say('delivery.message.dayReport.text', values), short: subject }
    }
    case 'summary': {
      const values = { property, from: longDay(content.from, language), to: longDay(content.to, language) }
      const subject = say('delivery.message.summary.subject', values)
      return { subject, text: say('delivery.message.summary.text', values), short: subject }
    }
    case 'test':
      return {
        subject: say('delivery.message.test.subject', { property }),
        text: say('delivery.message.test.text'),
        short: say('delivery.message.test.short', { property: shortName }),
      }
    default:
      return assertNever(content)
  }
}

function warningWords(content: WarningContent, property: string, say: Say, language: Language): Wording {
  const { overdue, today, tomorrow, date, at } = content
  const worst = overdue > 0 ? 'overdue' : today > 0 ? 'today' : 'tomorrow'
  const lines = [
    ...(overdue > 0 ? [say('delivery.message.warning.overdue', { number: overdue })] : []),
    ...(today > 0 ? [say('delivery.message.warning.today', { number: today })] : []),
    ...(tomorrow > 0 ? [say('delivery.message.warning.tomorrow', { number: tomorrow, day: dayAfter(date, language) })] : []),
  ]
  const shorts = [
    ...(overdue > 0 ? [say('delivery.message.warning.shortOverdue', { number: overdue })] : []),
    ...(today > 0 ? [say('delivery.message.warning.shortToday', { number: today })] : []),
    ...(overdue === 0 && today === 0 ? [say('delivery.message.warning.shortTomorrow', { number: tomorrow })] : []),
  ]
  return {
    subject: say(`delivery.message.warning.subject_${worst}`, { property, count: content[worst] }),
    text: [
      say('delivery.message.warning.head', { property, day: weekdayDay(date, language), time: at }),
      lines.map((line) => `– ${line}`).join('\n'),
      say(worst === 'overdue' ? 'delivery.message.warning.overdueTodo' : 'delivery.message.warning.todayTodo'),
    ].join('\n\n'),
    short: say('delivery.message.warning.short', {
      property: property.slice(0, LONGEST_NAME_IN_SMS),
      counts: shorts.join(', '),
    }),
  }
}

function dayAfter(date: CalendarDate, language: Language): string {
  return weekdayDay(addDays(date, 1), language)
}
