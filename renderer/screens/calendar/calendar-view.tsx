import { useCallback, useMemo } from 'react'
import { useLocation } from 'wouter'
import { type CalendarDate, weekdayOf } from '#shared/domain/calendar-date.ts'
import { longDay, numericDay } from '#shared/i18n/dates.ts'
import { startYear } from '#shared/regulation/calendar/start-year.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useMayNot } from '../../client/use-may.ts'
import { useStatus } from '../../client/use-status.ts'
import { Button } from '../../components/button.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useCalendarPlace } from './calendar-place.ts'
import styles from './calendar-view.module.css'
import { CopyPanel } from './copy-panel.tsx'
import { DayPanel } from './day-panel.tsx'
import { DAY_PANEL_ID } from './day-panel-id.ts'
import { FileDrop } from './file/file-drop.tsx'
import { FileTrouble } from './file/file-trouble.tsx'
import { useCalendarFile } from './file/use-calendar-file.ts'
import { HistoryPanel } from './history-panel.tsx'
import { Legend } from './legend.tsx'
import type { CalendarOnScreen } from './use-calendar.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'
import { WatchPanel } from './watch-panel.tsx'
import type { WorkingCopyAccess } from './working-copy.ts'
import { inYear, yearFaces } from './year-faces.ts'
import { YearPanel } from './year-panel.tsx'
import { focusDay, YearSheet } from './year-sheet.tsx'
import { switchYears, YearSwitch } from './year-switch.tsx'

interface CalendarViewProps {
  readonly calendar: CalendarOnScreen
  readonly copy: WorkingCopyAccess
  readonly day: CalendarDate
}

/** The year on one sheet; beside it the day, the working copy, the year's standing and its history. */
export function CalendarView({ calendar, copy, day }: CalendarViewProps) {
  const words = useWords()
  const { say, language } = words
  const [, navigate] = useLocation()
  const { businessDate: today } = useStatus()
  const mayNot = useMayNot('desk.administer')
  const select = useCalendarPlace((state) => state.select)
  const { view, draft, years } = calendar
  const { year } = view
  const content = draft.contents.get(year) ?? null
  const isChanged = draft.changedYears.some((changed) => changed.year === year)
  const days = useMemo(() => (isChanged ? draft.after.tableOf(year).days : view.days), [isChanged, draft, year, view])
  const months = useMemo(
    () =>
      yearFaces(
        {
          days,
          content,
          today,
          deadlinesByDay: view.deadlinesByDay,
          changed: new Set(draft.changes.map(({ date }) => date)),
        },
        words,
      ),
    [days, content, today, view, draft, words],
  )
  const file = useCalendarFile({ copy, onRead: (first) => select(inYear(day, first)) })
  const openPreview = useCallback(() => navigate('/calendar/preview'), [navigate])
  const form = copy.form?.kind === 'move' ? copy.form : null

  /** Into the form that waits for a day, else into the panel of the day. */
  const { setForm } = copy
  const open = useCallback(
    (date: CalendarDate) => {
      if (form === null) {
        focusDayPanel()
        return
      }
      const typed = numericDay(date)
      setForm(weekdayOf(date) >= 6 ? { ...form, from: typed } : { ...form, to: typed })
    },
    [form, setForm],
  )
  const showYear = useCallback((to: number) => select(inYear(day, to)), [select, day])
  useCalendarKeys({
    day,
    copy,
    canChange: mayNot === null,
    onSelect: select,
    onOpen: open,
    onPreview: openPreview,
    onImport: file.choose,
  })

  const shownDay = days.find(({ date }) => date === day)
  const dayInForce = view.days.find(({ date }) => date === day)
  return (
    <ScreenFrame
      title={say('calendarScreen.title')}
      summary={
        <YearSwitch
          years={switchYears(years, year, draft.changedYears)}
          shown={year}
          onShow={(to) => {
            if (to !== year) showYear(to)
          }}
        />
      }
      acts={
        mayNot === null && (
          <>
            {copy.steps.length > 0 && (
              <Tag icon="pen" tone="incomplete" isPill>
                {say('calendarScreen.copy.count', { count: copy.steps.length })}
              </Tag>
            )}
            <Button icon="document" shortcut="I" disabled={file.isReading} onClick={file.choose}>
              {say('calendarScreen.acts.import')}
            </Button>
            {copy.steps.length > 0 && (
              <Button look="main" icon="right" shortcut="P" onClick={openPreview}>
                {say('calendarScreen.acts.preview')}
              </Button>
            )}
          </>
        )
      }
      fact={view.content !== null && `${say('calendarScreen.panel.version')} ${view.content.year}.${view.content.version}`}
    >
      <FileDrop isOn={mayNot === null} onFile={file.read}>
        <FileTrouble file={file} />
        <div className={styles.screen}>
          <div className={styles.year} data-status={content?.status ?? 'none'}>
            <YearSheet
              label={say('calendarScreen.panel.year', { year })}
              months={months}
              selected={day}
              onSelect={select}
              onOpen={open}
              isPicking={form !== null}
            />
            <Legend
              isForecast={content?.status === 'forecast'}
              hasDeadlines={view.deadlinesByDay.length > 0}
              hasWatched={(content?.watch.length ?? 0) > 0}
            />
          </div>
          <div className={styles.side}>
            {shownDay !== undefined && dayInForce !== undefined && (
              <DayPanel
                day={shownDay}
                dayInForce={dayInForce}
                content={content}
                contentInForce={view.content}
                isChanged={draft.changes.some(({ date }) => date === day)}
                deadlines={view.deadlinesByDay.find(({ date }) => date === day)?.count ?? 0}
                copy={copy}
                draft={draft}
                mayNot={mayNot}
                onOpenDay={(date) => {
                  select(date)
                  focusDay(date)
                }}
                onDone={() => focusDay(day)}
              />
            )}
            {(copy.steps.length > 0 || copy.hasDiscarded) && mayNot === null && <CopyPanel copy={copy} draft={draft} />}
            <YearPanel
              view={view}
              content={content}
              copy={copy}
              mayNot={mayNot}
              workingDays={days.filter(({ isWorking }) => isWorking).length}
              onStart={() =>
                copy.add({ id: crypto.randomUUID(), kind: 'start', from: 'rules', name: '', content: startYear(year) })
              }
              onTakeAvailable={(available) =>
                copy.add({ id: crypto.randomUUID(), kind: 'start', from: 'program', name: '', content: available })
              }
              noteOfConfirmation={say('calendarScreen.form.noteOfConfirmation', { day: longDay(today, language) })}
            />
            {content !== null && content.watch.length > 0 && <WatchPanel content={content} onOpenDay={select} />}
            <HistoryPanel view={view} canChange={mayNot === null} />
          </div>
        </div>
      </FileDrop>
    </ScreenFrame>
  )
}

function focusDayPanel(): void {
  document.getElementById(DAY_PANEL_ID)?.querySelector<HTMLElement>('button, input, select, a')?.focus()
}
