import type { ReactNode } from 'react'
import type { DutyView } from '#shared/contract/law-schemas.ts'
import { alarmDate } from '#shared/regulation/act-by.ts'
import { DayStrip } from '../../../components/day-strip.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { MomentBlock } from '../../../components/moment-block.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { Readings } from '../readings.tsx'
import styles from './answer.module.css'
import { DutyRow } from './duty-row.tsx'
import { RegimePanel } from './regime-panel.tsx'
import type { Answered } from './use-calculation.ts'

interface AnswerProps {
  readonly answered: Answered | null
  /** Takes the answer along as text. */
  readonly copy: ReactNode
}

/** The notice first, then every other clock, then how long the guest may stay. */
export function Answer({ answered, copy }: AnswerProps) {
  const { say } = useWords()
  if (answered === null)
    return (
      <Panel title={say('rules.calculator.answer')}>
        <EmptyState icon="clock" title={say('rules.calculator.needsArrival')} />
      </Panel>
    )
  const { calculation, input } = answered
  const others = calculation.duties.filter(({ kind }) => kind !== 'arrival_notice')
  return (
    <>
      <Panel title={say('duties.kinds.arrival_notice.name')} icon="send" aside={<span className={styles.aside}>{copy}</span>}>
        {calculation.deadline === null ? (
          <p className={styles.free}>
            <Tag icon="ok" tone="accepted" wraps>
              {say('rules.calculator.notRequired')}
            </Tag>
            <span className="sub">{say('rules.calculator.notRequiredText')}</span>
          </p>
        ) : (
          <>
            {calculation.duties.some(({ kind, isFollowed }) => kind === 'arrival_notice' && !isFollowed) && (
              <p className={styles.free}>
                <Tag icon="alert" tone="today" wraps>
                  {say('rules.calculator.registeredInstead')}
                </Tag>
              </p>
            )}
            <Deadline deadline={calculation.deadline} />
          </>
        )}
      </Panel>
      {calculation.deadline !== null && (
        <Panel title={say('rules.calculator.stay')} icon="clock">
          <OtherClocks duties={others} isCitizenshipKnown={input.citizenship !== null} />
        </Panel>
      )}
      {calculation.regime !== null && <RegimePanel regime={calculation.regime} />}
    </>
  )
}

function Deadline({ deadline }: { readonly deadline: NonNullable<Answered['calculation']['deadline']> }) {
  return (
    <>
      <div className={styles.moment}>
        {/* As a check-in on that day would say it: today's date has no part in an invented stay. */}
        <MomentBlock
          actBy={deadline.actBy}
          alarmDate={alarmDate(deadline, deadline.alarmReading)}
          today={deadline.arrival}
          workingDaysLeft={null}
          channelCutoff={deadline.channelCutoff}
          basis={{
            isForecast: deadline.calendar.forecast,
            hasNoCalendar: deadline.calendar.noCalendarYears.length > 0,
          }}
        />
      </div>
      <div className={styles.strip}>
        <DayStrip deadline={deadline} />
      </div>
      <Readings deadline={deadline} />
    </>
  )
}

interface OtherClocksProps {
  readonly duties: readonly DutyView[]
  readonly isCitizenshipKnown: boolean
}

function OtherClocks({ duties, isCitizenshipKnown }: OtherClocksProps) {
  const { say } = useWords()
  return (
    <>
      {!isCitizenshipKnown && (
        <p className={styles.free}>
          <Tag icon="globe" tone="unknown" wraps>
            {say('rules.calculator.citizenshipUnknown')}
          </Tag>
          <span className="sub">{say('rules.calculator.citizenshipUnknownText')}</span>
        </p>
      )}
      {isCitizenshipKnown && duties.length === 0 && <p className={styles.free}>{say('rules.calculator.noOther')}</p>}
      <ul>
        {duties.map((duty) => (
          <DutyRow key={duty.kind} duty={duty} />
        ))}
      </ul>
    </>
  )
}
