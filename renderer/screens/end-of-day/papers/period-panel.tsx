import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { CalendarDate } from '#shared/domain/calendar-date.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import { useStatus } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { Field } from '../../../components/field.tsx'
import { Panel } from '../../../components/panel.tsx'
import { TextInput } from '../../../components/text-input.tsx'
import { withDots } from '../../../entry/date-entry.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { PRESETS, pathOfPlace, spanOf } from '../report-place.ts'
import { type PeriodTrouble, readPeriod } from './period-entry.ts'
import styles from './period-panel.module.css'

interface PeriodPanelProps {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Weeks and months ready to press, or any two days. */
export function PeriodPanel({ from, to }: PeriodPanelProps) {
  const { say } = useWords()
  const { businessDate: today } = useStatus()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState({ from: numericDay(from), to: numericDay(to) })
  const [trouble, setTrouble] = useState<PeriodTrouble | null>(null)
  const reason = (field: PeriodTrouble['field']) =>
    trouble?.field === field ? say(`endOfDay.period.${trouble.what}`) : undefined

  function submit(event: FormEvent): void {
    event.preventDefault()
    const read = readPeriod(typed, today)
    setTrouble(read.ok ? null : read.error)
    if (read.ok) navigate(pathOfPlace({ what: 'period', ...read.value }))
  }

  return (
    <Panel title={say('endOfDay.period.title')} isDense>
      <ul className={styles.presets}>
        {PRESETS.map((preset) => {
          const span = spanOf(preset, today)
          const isHere = span.from === from && span.to === to
          return (
            <li key={preset}>
              <a href={`#${pathOfPlace({ what: 'period', ...span })}`} aria-current={isHere ? 'page' : undefined}>
                {say(`endOfDay.period.${preset}`)}
              </a>
            </li>
          )
        })}
      </ul>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.days}>
          {(['from', 'to'] as const).map((field) => (
            <Field key={field} label={say(`endOfDay.period.${field}`)} span={1} reason={reason(field)}>
              {(input) => (
                <TextInput
                  {...input}
                  name={`period-${field}`}
                  inputMode="numeric"
                  maxLength={10}
                  value={typed[field]}
                  onChange={(text) => setTyped({ ...typed, [field]: withDots(text) })}
                />
              )}
            </Field>
          ))}
        </div>
        <Button type="submit" isSmall look="soft">
          {say('endOfDay.period.show')}
        </Button>
      </form>
    </Panel>
  )
}
