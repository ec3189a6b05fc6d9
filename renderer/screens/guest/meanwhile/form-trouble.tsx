import { useState } from 'react'
import { parseCalendarDate } from '#shared/domain/calendar-date.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import { weekdayDay } from '#shared/i18n/dates.ts'
import { failureKey } from '../../../client/desk-failure.ts'
import { useStatus, useZone } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Icon } from '../../../components/icon.tsx'
import type { Seen } from '../../../drafts/form-keeper.ts'
import type { UsedForm } from '../../../drafts/use-kept-form.ts'
import { happenedAt } from '../../../i18n/moments.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import type { GuestDetail } from '../guest-form.ts'
import { entryInWords } from '../timeline-words.ts'
import styles from './form-trouble.module.css'
import { newsSince, seenOf } from './news-since.ts'

interface FormTroubleProps {
  readonly detail: GuestDetail
  readonly form: UsedForm<unknown>
  /** What the desk answered last; `null` = nothing is wrong. */
  readonly error: unknown
  /** Being saved: what changes now is the form's own doing. */
  readonly isBusy: boolean
}

/**
 * Above the buttons of a guest's form: why it was not taken, and what happened to the guest since the form was begun – who did what,
 * what became of the deadline, what to do. "Somebody changed it" alone is said only where it is not known what.
 */
export function FormTrouble({ detail, form, error, isBusy }: FormTroubleProps) {
  const words = useWords()
  const { say } = words
  const { businessDate } = useStatus()
  const zone = useZone()
  const [opened, setOpened] = useState(() => seenOf(detail))
  const seen = form.seen ?? opened
  const news = isBusy ? [] : newsSince(detail, seen)
  const isTold = error !== null && failureKey(error) === 'STALE' && news.length > 0

  function read(): void {
    const now = seenOf(detail)
    setOpened(now)
    form.acknowledge(now)
  }

  return (
    <>
      {news.length > 0 && (
        <div className={styles.news} role="status">
          <Icon name="history" />
          <div className="grow">
            <p className={styles.title}>{say('keptForms.meanwhile.title')}</p>
            <ul>
              {news.map(({ entry, about }) => {
                const { title, notes } = entryInWords(entry, words)
                return (
                  <li key={`${about} ${entry.id}`}>
                    {[happenedAt(entry.at, businessDate, zone, words), title, ...notes].join(' · ')}
                  </li>
                )
              })}
            </ul>
            <p>{deadlineInWords(detail.notice, seen, words)}</p>
            <p>{say('keptForms.meanwhile.todo')}</p>
            <Button isSmall data-act="meanwhile-read" onClick={read}>
              {say('keptForms.meanwhile.read')}
            </Button>
          </div>
        </div>
      )}
      {error !== null && !isTold && <ErrorPanel error={error} />}
    </>
  )
}

const CLOSED: readonly NotificationState[] = ['accepted', 'filed_elsewhere', 'not_required', 'cancelled']

function deadlineInWords({ state, actBy }: GuestDetail['notice'], before: Seen, { say, language }: Words): string {
  if (CLOSED.includes(state)) return say('keptForms.meanwhile.closed', { state: say(`states.${state}`) })
  if (actBy === null) return say('keptForms.meanwhile.noDay')
  const day = weekdayDay(actBy, language)
  if (before.actBy === actBy) return say('keptForms.meanwhile.sameDay', { day })
  const from = parseCalendarDate(before.actBy ?? '')
  return from === undefined
    ? say('keptForms.meanwhile.newDay', { day })
    : say('keptForms.meanwhile.movedDay', { from: weekdayDay(from, language), to: day })
}
