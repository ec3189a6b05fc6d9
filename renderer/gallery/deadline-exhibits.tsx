import type { Notice } from '#shared/contract/schemas.ts'
import { addDays, calendarDate } from '#shared/domain/calendar-date.ts'
import { weekdayDay } from '#shared/i18n/dates.ts'
import { DayStrip } from '../components/day-strip.tsx'
import { GuestCard } from '../components/guest-card.tsx'
import { BoardBand, LaneHead, type LaneName } from '../components/lane-head.tsx'
import { MomentBlock } from '../components/moment-block.tsx'
import { Tag } from '../components/tag.tsx'
import { useWords } from '../i18n/use-words.ts'
import type { Exhibit } from './exhibit.ts'
import styles from './gallery.module.css'
import { LATER, sampleDeadline, sampleNotice, TODAY } from './samples.ts'

const OFFICIAL = { isForecast: false, hasNoCalendar: false }
const FORECAST = { isForecast: true, hasNoCalendar: false }
const NO_CALENDAR = { isForecast: false, hasNoCalendar: true }
const LANES: readonly LaneName[] = ['overdue', 'today', 'tomorrow', 'later']

const LATER_DAY = calendarDate('2026-05-08')

const IN_LANES: Readonly<Record<LaneName, Notice>> = {
  overdue: sampleNotice({ lane: 'overdue', strictDue: calendarDate('2026-05-04'), actBy: calendarDate('2026-05-04') }),
  today: sampleNotice(),
  tomorrow: sampleNotice({ lane: 'tomorrow', strictDue: addDays(TODAY, 1), actBy: addDays(TODAY, 1), workingDaysLeft: 1 }),
  later: sampleNotice({ lane: 'later', strictDue: LATER_DAY, actBy: LATER_DAY, workingDaysLeft: 2 }),
}

/** What says until when: the board's cells and cards, the day strip, the last moment. */
export const DEADLINE_EXHIBITS: readonly Exhibit[] = [
  {
    file: 'day-strip.tsx',
    states: [
      { name: 'a plain week', isWide: true, element: <DayStrip deadline={sampleDeadline('2026-06-01')} arrivalTime="21:40" /> },
      { name: 'over May holidays', isWide: true, element: <DayStrip deadline={sampleDeadline('2026-04-30')} /> },
      { name: 'long: over Nauryz', isWide: true, element: <DayStrip deadline={sampleDeadline('2026-03-19')} /> },
      { name: 'forecast year', isWide: true, element: <DayStrip deadline={sampleDeadline('2026-12-30')} /> },
      { name: 'no calendar', isWide: true, element: <DayStrip deadline={sampleDeadline('2031-03-03')} /> },
    ],
  },
  {
    file: 'moment-block.tsx',
    states: [
      { name: 'today', element: <Moment left={0} /> },
      { name: '2 working days', element: <Moment left={2} /> },
      { name: 'late', element: <Moment left={-1} /> },
      { name: 'portal closes first', element: <Moment left={1} cutoff={1} /> },
      { name: 'portal closed', element: <Moment left={1} cutoff={-1} /> },
      { name: 'forecast', element: <Moment left={2} basis={FORECAST} /> },
      { name: 'no calendar', element: <Moment left={2} basis={NO_CALENDAR} /> },
      { name: 'step, outcome', element: <Moment left={2} hasOutcome /> },
    ],
  },
  {
    file: 'lane-head.tsx',
    states: [
      { name: 'four lanes', isWide: true, element: <Lanes counts={[3, 8, 5, 12]} /> },
      { name: 'zero goes quiet', isWide: true, element: <Lanes counts={[0, 0, 1, 0]} /> },
    ],
  },
  {
    file: 'guest-card.tsx',
    states: [
      ...LANES.map((lane) => ({ name: lane, element: <Card notice={IN_LANES[lane]} look={urgent(lane) ? 'soft' : 'bare'} /> })),
      { name: 'isSelected', element: <Card notice={IN_LANES.today} isSelected /> },
      { name: 'risk', element: <Card notice={IN_LANES.overdue} hasRisk /> },
      { name: 'sending', element: <Card notice={sampleNotice({ state: 'sending' })} /> },
      { name: 'next try', element: <Card notice={sampleNotice({ nextAttemptAt: LATER })} /> },
      {
        name: 'citizenship unknown',
        element: <Card notice={sampleNotice({ state: 'citizenship_unknown', citizenship: null })} />,
      },
      { name: 'forecast', element: <Card notice={{ ...IN_LANES.later, isForecast: true }} look="bare" /> },
      {
        name: 'a long name',
        element: <Card notice={sampleNotice({ displayName: 'Абдурахмонов Мухаммадсодик Шамсиддинович' })} />,
      },
    ],
  },
]

function urgent(lane: LaneName): boolean {
  return lane === 'overdue' || lane === 'today'
}

interface CardProps {
  readonly notice: Notice
  readonly look?: 'soft' | 'bare'
  readonly isSelected?: boolean
  readonly hasRisk?: boolean
}

function Card({ notice, look = 'soft', isSelected = false, hasRisk = false }: CardProps) {
  const { say } = useWords()
  return (
    <div className={styles.lane}>
      <GuestCard
        notice={notice}
        today={TODAY}
        actionWord={say('today.actions.send')}
        actionLook={look}
        isSelected={isSelected}
        risk={hasRisk ? say('today.riskWithoutSum', { mci: 10 }) : undefined}
        onSelect={() => undefined}
        onAct={() => undefined}
      />
    </div>
  )
}

interface MomentProps {
  readonly left: number
  /** Days from today to the portal's last one. */
  readonly cutoff?: number
  readonly basis?: typeof OFFICIAL
  readonly hasOutcome?: boolean
}

function Moment({ left, cutoff, basis = OFFICIAL, hasOutcome = false }: MomentProps) {
  const { say } = useWords()
  const alarm = addDays(TODAY, left)
  const channelCutoff = cutoff === undefined ? null : addDays(TODAY, cutoff)
  return (
    <MomentBlock
      {...(hasOutcome ? { step: 3, outcome: <Accepted>{say('states.accepted')}</Accepted> } : {})}
      actBy={channelCutoff ?? alarm}
      alarmDate={cutoff === undefined ? alarm : addDays(TODAY, 3)}
      today={TODAY}
      workingDaysLeft={left}
      channelCutoff={channelCutoff}
      basis={basis}
    />
  )
}

function Accepted({ children }: { readonly children: string }) {
  return (
    <Tag icon="ok" tone="accepted">
      {children}
    </Tag>
  )
}

function Lanes({ counts }: { readonly counts: readonly [number, number, number, number] }) {
  const { say, language } = useWords()
  return (
    <BoardBand>
      {LANES.map((lane, index) => (
        <LaneHead
          key={lane}
          id={`lane-${lane}-${counts.join('-')}`}
          lane={lane}
          title={say(`today.lanes.${lane}`)}
          count={counts[index] ?? 0}
          note={weekdayDay(addDays(TODAY, index - 1), language)}
          basis={index === 3 ? FORECAST : OFFICIAL}
          gone={lane === 'today' ? 0.6 : 0}
        />
      ))}
    </BoardBand>
  )
}
