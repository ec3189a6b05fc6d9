import { assertNever } from '#shared/domain/assert-never.ts'
import { type CalendarDate, weekdayOf, yearOf } from '#shared/domain/calendar-date.ts'
import { dayMonth, fullDay, numericDay, weekdayDay } from '#shared/i18n/dates.ts'
import { holidayName } from '#shared/i18n/explain/day-reason.ts'
import type { CalendarYear } from '#shared/regulation/calendar/calendar-year.ts'
import type { CalendarEdit } from '#shared/regulation/calendar/edit-year.ts'
import type { MayNot } from '../../client/use-may.ts'
import { Button } from '../../components/button.tsx'
import type { IconName } from '../../components/icon.tsx'
import { Panel } from '../../components/panel.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { actsOn, type DayAct } from './day-acts.ts'
import { type CalendarDay, standingInWords } from './day-face.ts'
import styles from './day-panel.module.css'
import { DAY_PANEL_ID } from './day-panel-id.ts'
import type { DraftYears } from './draft-years.ts'
import { HolidayForm } from './forms/holiday-form.tsx'
import { MoveForm } from './forms/move-form.tsx'
import type { WorkingCopyAccess } from './working-copy.ts'

interface DayPanelProps {
  /** As the working copy has it. */
  readonly day: CalendarDay
  readonly content: CalendarYear | null
  readonly dayInForce: CalendarDay
  readonly contentInForce: CalendarYear | null
  readonly isChanged: boolean
  /** Guests for whom this is the last day to act, by the calendar in force. */
  readonly deadlines: number
  readonly copy: WorkingCopyAccess
  readonly draft: DraftYears
  readonly mayNot: MayNot | null
  readonly onOpenDay: (date: CalendarDate) => void
  /** The keyboard goes back to the sheet. */
  readonly onDone: () => void
}

/** The day the keyboard is on: what it is, why, what it means for deadlines, and what can be done with it. */
export function DayPanel(props: DayPanelProps) {
  const { day, content, dayInForce, contentInForce, isChanged, deadlines, copy, draft, mayNot, onDone } = props
  const words = useWords()
  const { say, language } = words
  const { form } = copy
  return (
    <Panel title={fullDay(day.date, language)} isDense className={styles.panel}>
      <div className={styles.body}>
        <p className={styles.standing}>
          <b>{capitalised(standingInWords(day, content, words))}</b>
        </p>
        <p className="note sub">{say(day.isWorking ? 'calendarScreen.day.counts' : 'calendarScreen.day.doesNotCount')}</p>
        {isChanged && (
          <Tag icon="pen" tone="incomplete" wraps>
            {capitalised(say('calendarScreen.day.changed'))};{' '}
            {say('calendarScreen.day.was', { was: standingInWords(dayInForce, contentInForce, words) })}
          </Tag>
        )}
        {deadlines > 0 && (
          <p className={styles.deadlines}>
            <Tag icon="clock" wraps>
              {capitalised(say('calendarScreen.day.deadlines', { count: deadlines }))}
            </Tag>
            <a href="#/">{say('calendarScreen.day.toBoard')}</a>
          </p>
        )}
        {mayNot !== null && (
          <Tag icon="lock" tone="quiet" wraps>
            {say(`calendarScreen.mayNot.${mayNot}`)}
          </Tag>
        )}
      </div>
      {mayNot === null && (
        <div className={styles.acts} id={DAY_PANEL_ID}>
          {form?.kind === 'move' && <MoveForm form={form} copy={copy} draft={draft} onDone={onDone} />}
          {form?.kind === 'holiday' && form.date === day.date && (
            <HolidayForm form={form} date={day.date} copy={copy} draft={draft} onDone={onDone} />
          )}
          {form?.kind !== 'move' && (form?.kind !== 'holiday' || form.date !== day.date) && (
            <DayActs {...props} acts={actsOn(day, content)} />
          )}
        </div>
      )}
    </Panel>
  )
}

function DayActs({ day, acts, copy, onOpenDay, onDone }: DayPanelProps & { readonly acts: readonly DayAct[] }) {
  const words = useWords()
  const { say } = words
  if (acts.length === 0) return null
  function run(act: DayAct): void {
    switch (act.kind) {
      case 'move_here':
      case 'move_away': {
        const typed = numericDay(day.date)
        copy.setForm(weekdayOf(day.date) >= 6 ? { kind: 'move', from: typed, to: '' } : { kind: 'move', from: '', to: typed })
        return
      }
      case 'add_holiday':
        copy.setForm({ kind: 'holiday', date: day.date, holiday: '' })
        return
      case 'take_back':
        enter({ kind: 'take_back_move', from: act.from, to: act.to })
        return
      case 'remove_holiday':
        enter({ kind: 'remove_holiday', date: day.date })
        return
      case 'open_day':
        onOpenDay(act.date)
        return
      default:
        assertNever(act)
    }
  }
  function enter(edit: CalendarEdit): void {
    copy.add({ id: crypto.randomUUID(), kind: 'edit', year: yearOf(day.date), edit })
    onDone()
  }
  return (
    <ul className={styles.list} aria-label={say('calendarScreen.day.acts')}>
      {acts.map((act) => (
        <li key={act.kind}>
          <Button isSmall icon={ACT_ICONS[act.kind]} className={styles.act} onClick={() => run(act)}>
            <span>{actInWords(act, words)}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

const ACT_ICONS: Readonly<Record<DayAct['kind'], IconName>> = {
  move_here: 'arrive',
  move_away: 'depart',
  take_back: 'history',
  add_holiday: 'plus',
  remove_holiday: 'close',
  open_day: 'right',
}

function actInWords(act: DayAct, words: Words): string {
  const { say, language } = words
  switch (act.kind) {
    case 'move_here':
      return say('calendarScreen.acts.moveHere')
    case 'move_away':
      return say('calendarScreen.acts.moveAway')
    case 'take_back':
      return say('calendarScreen.acts.takeBack', {
        days: `${weekdayDay(act.from, language)} → ${weekdayDay(act.to, language)}`,
      })
    case 'add_holiday':
      return say('calendarScreen.acts.addHoliday')
    case 'remove_holiday':
      return say('calendarScreen.acts.removeHoliday', { holiday: holidayName(act.holiday, words) })
    case 'open_day':
      return say('calendarScreen.acts.openDay', { day: dayMonth(act.date, language) })
    default:
      return assertNever(act)
  }
}

/** The first letter of a sentence. */
function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
