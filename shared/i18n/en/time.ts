import type { TranslationOf } from '../catalogue.ts'
import type * as source from '../ru/time.ts'

export const time = {
  moment: {
    overdueYesterday: 'was due yesterday at 23:59',
    overdueOn: 'was due {{day}}',
    overdueYesterdayBrief: 'yesterday at 23:59',
    overdueOnBrief: 'was due {{day}}',
    today: 'today by 23:59',
    tomorrow: 'tomorrow by 23:59',
    byDay: '{{day}} by 23:59',
    workingDays_one: '{{count}} working day',
    workingDays_other: '{{count}} working days',
    settled: 'nothing due any more',
  },
  left: {
    title: 'Send by',
    workingDays_one: '{{count}} working day left',
    workingDays_other: '{{count}} working days left',
    today: 'today is the last day',
    late_one: '{{count}} working day late',
    late_other: '{{count}} working days late',
    hoursMinutes: '{{hours}} h {{minutes}} min',
    minutes: '{{minutes}} min',
  },
  portalUntil: 'portal {{until}}',
  portalClosed: 'portal no longer takes it',
  portalAccepts: 'portal accepts {{until}}',
  basis: {
    forecast: {
      word: 'forecast',
      phrase: 'calendar is a forecast',
      means:
        'The calendar of this year is a forecast: the deadline may move. Load the official one under Calendar once it is out.',
    },
    noCalendar: {
      word: 'no calendar',
      phrase: 'no calendar, Mon–Fri counted',
      means:
        'There is no calendar for this year, Monday to Friday counts: the true deadline can only be later. Load a calendar under Calendar.',
    },
  },
  nights_one: '{{count}} night',
  nights_other: '{{count}} nights',
  arrivedOn: 'arrived {{day}}',
  arrivedTodayAt: 'arrived today {{at}}',
  inMinutes_one: 'in {{count}} minute',
  inMinutes_other: 'in {{count}} minutes',
  todayAt: 'today, {{time}}',
  yesterdayAt: 'yesterday, {{time}}',
} satisfies TranslationOf<typeof source.time>

export const calendar = {
  strip: 'Working days counted',
  arrival: 'arrival',
  arrivalAt: 'arrived {{at}}',
  dayNumber: 'day {{count}}',
  due: 'due 23:59',
  lastArguable: 'last arguable',
  weekend: 'weekend',
  workingWeekend: 'working, moved',
  instead: 'instead of {{day}}',
  transferredOff: 'moved from {{day}}',
  noCalendar: 'no calendar',
  doesNotCount: 'does not count',
  holiday: 'holiday',
  holidays: {
    new_year: 'New Year',
    christmas: 'Christmas',
    womens_day: "Women's Day",
    nauryz: 'Nauryz',
    unity_day: 'Unity Day',
    defender_day: 'Defender Day',
    victory_day: 'Victory Day',
    kurban_ait: 'Kurban Ait',
    capital_day: 'Capital Day',
    constitution_day: 'Constitution Day',
    republic_day: 'Republic Day',
    independence_day: 'Independence Day',
    other_holiday: 'holiday',
  },
} satisfies TranslationOf<typeof source.calendar>
