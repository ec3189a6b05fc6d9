import { useState } from 'react'
import type { BusinessDays } from '#shared/contract/report-schemas.ts'
import { atTime, localDay, localTime, onDay } from '#shared/i18n/dates.ts'
import { useMayNot } from '../../../client/use-may.ts'
import { useZone } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { HourForm } from './hour-form.tsx'
import styles from './hour-panel.module.css'

/** When days close by themselves, and who may change it. */
export function HourPanel({ days }: { readonly days: BusinessDays }) {
  const { say, language } = useWords()
  const zone = useZone()
  const mayNot = useMayNot('desk.administer')
  const [isOpen, setIsOpen] = useState(false)
  const { closesAt, nextCloseAt } = days
  return (
    <Panel
      title={say('endOfDay.hour.title')}
      isDense
      aside={
        mayNot === null &&
        !isOpen && (
          <Button isSmall look="bare" onClick={() => setIsOpen(true)}>
            {say('endOfDay.hour.change')}
          </Button>
        )
      }
    >
      {isOpen ? (
        <HourForm closesAt={closesAt} onDone={() => setIsOpen(false)} />
      ) : (
        <div className={styles.text}>
          {closesAt === null ? (
            <p>{say('endOfDay.hour.byHand')}</p>
          ) : (
            <>
              <p>
                {say(isInTheNight(closesAt) ? 'endOfDay.hour.atNight' : 'endOfDay.hour.at', { at: atTime(closesAt, language) })}
              </p>
              {nextCloseAt !== null && (
                <p>
                  {say('endOfDay.hour.next', {
                    on: onDay(localDay(nextCloseAt, zone), language),
                    at: atTime(localTime(nextCloseAt, zone), language),
                  })}
                </p>
              )}
              <p className={styles.note}>{say('endOfDay.hour.missed')}</p>
            </>
          )}
          {mayNot === 'role' && <p className={styles.note}>{say('endOfDay.hour.onlyManager')}</p>}
        </div>
      )}
    </Panel>
  )
}

/** An hour before noon belongs to the night after the day. */
function isInTheNight(closesAt: string): boolean {
  return closesAt < '12:00'
}
