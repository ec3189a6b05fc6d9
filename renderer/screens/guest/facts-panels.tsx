import type { ReactNode } from 'react'
import { daysBetween } from '#shared/domain/calendar-date.ts'
import { countryName } from '#shared/i18n/country-names.ts'
import { atTime, dayMonth, numericDay, weekdayDay } from '#shared/i18n/dates.ts'
import { useStatus } from '../../client/use-status.ts'
import { Button } from '../../components/button.tsx'
import { Panel } from '../../components/panel.tsx'
import { arrivalDay } from '../../i18n/moments.ts'
import { useWords, type Words } from '../../i18n/use-words.ts'
import { maskNumber } from '../../notices/mask-number.ts'
import styles from './facts-panels.module.css'
import type { GuestDetail } from './guest-form.ts'

interface StayPanelProps {
  readonly detail: GuestDetail
}

export function StayPanel({ detail }: StayPanelProps) {
  const words = useWords()
  const { say, language } = words
  const { notice, facts, stay, departedOn } = detail
  const departure = departedOn ?? stay.departureDate
  const arrival = arrivalDay(notice)
  const roomBefore = roomBeforeMove(detail)
  const time = stay.arrivalAt.slice(11, 16)
  const contact = [facts.phone, facts.email].filter((part) => part !== null).join(', ')
  const entry = [
    facts.borderEntryDate === null ? null : weekdayDay(facts.borderEntryDate, language),
    facts.borderCheckpoint,
  ].filter((part) => part !== null)
  return (
    <Panel title={say('guest.stay.title')}>
      <dl className={styles.facts}>
        <Fact name={say('guest.stay.arrival')}>
          {weekdayDay(arrival, language)} <span className={styles.aside}>{atTime(time, language)}</span>
        </Fact>
        <Fact name={say('guest.stay.departure')}>
          {departure === null ? null : (
            <>
              {weekdayDay(departure, language)}{' '}
              <span className={styles.aside}>
                {say('time.nights', { count: daysBetween(arrival, departure) })}
                {departedOn !== null && stay.departureDate !== null && stay.departureDate !== departedOn
                  ? `, ${say('guest.stay.planned', { day: dayMonth(stay.departureDate, language) })}`
                  : null}
              </span>
            </>
          )}
        </Fact>
        <Fact name={say('guest.stay.room')}>
          {stay.room === null ? null : (
            <>
              {stay.room}
              {roomBefore !== null && (
                <span className={styles.aside}> {say('guest.stay.roomBefore', { room: roomBefore })}</span>
              )}
            </>
          )}
        </Fact>
        <Fact name={say('guest.stay.purpose')}>{facts.purpose === null ? null : say(`purposes.${facts.purpose}`)}</Fact>
        <OptionalFact name={say('guest.stay.entry')} value={entry.join(', ')} />
        <OptionalFact name={say('guest.stay.visa')} value={visaInWords(facts, words)} />
        <OptionalFact name={say('guest.stay.contact')} value={contact} />
        <OptionalFact name={say('guest.stay.reservation')} value={stay.reservation} />
      </dl>
    </Panel>
  )
}

/** The room before the last move; `null` where nobody has moved. */
function roomBeforeMove({ timeline }: Pick<GuestDetail, 'timeline'>): string | null {
  const room = timeline.findLast(({ details }) => 'roomBefore' in details)?.details['roomBefore']
  return typeof room === 'string' ? room : null
}

/** `V1234567, до 12.08.2026, въездов: много`: as much as is known of the visa. */
function visaInWords({ visaNumber, visaValidUntil, visaEntries }: GuestDetail['facts'], { say }: Words): string {
  return [
    visaNumber,
    visaValidUntil === null ? null : say('guest.stay.visaUntil', { day: numericDay(visaValidUntil) }),
    visaEntries === null ? null : say('guest.stay.visaEntries', { entries: say(`visaEntries.${visaEntries}`) }),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

interface DocumentsPanelProps {
  readonly detail: GuestDetail
  /** The number in full, on demand only. */
  readonly showsNumber: boolean
  /** Opens the case of a lost passport; `null` = there is one, or nobody may. */
  readonly onLost: (() => void) | null
}

export function DocumentsPanel({ detail, showsNumber, onLost }: DocumentsPanelProps) {
  const { say, language } = useWords()
  const { businessDate } = useStatus()
  const { facts, spellings } = detail
  const number = [facts.documentSeries, facts.documentNumber].filter((part) => part !== null).join(' ')
  const shown = (text: string) => (showsNumber ? text : maskNumber(text))
  const isExpired = facts.expiryDate !== null && facts.expiryDate < businessDate
  return (
    <Panel
      title={say('guest.documents.title')}
      aside={
        onLost !== null && (
          <Button isSmall look="bare" icon="alert" shortcut="L" data-act="lost-passport" onClick={onLost}>
            {say('lostPassport.button')}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        {facts.documentType === 'none' ? (
          <Fact name={say('guest.documents.guardian')}>
            {facts.guardianDocument !== null && <span className="mono">{shown(facts.guardianDocument)}</span>}
          </Fact>
        ) : (
          <>
            <Fact name={facts.documentType === null ? say('fields.documentType') : say(`documentTypes.${facts.documentType}`)}>
              {number !== '' && <span className="mono">{shown(number)}</span>}
            </Fact>
            <Fact name={say('guest.documents.issued')}>{facts.issueDate !== null && numericDay(facts.issueDate)}</Fact>
            <Fact name={say('guest.documents.expires')}>
              {facts.hasNoExpiry
                ? say('guest.documents.noExpiry')
                : facts.expiryDate !== null && (
                    <>
                      {numericDay(facts.expiryDate)}{' '}
                      <span className={isExpired ? styles.expired : styles.aside}>
                        {isExpired ? say('guest.documents.expired') : say('guest.documents.valid')}
                      </span>
                    </>
                  )}
            </Fact>
          </>
        )}
        <Fact name={say('guest.documents.citizenship')}>
          {facts.citizenship !== null && countryName(facts.citizenship, language)}
        </Fact>
        <Fact name={say('guest.documents.birth')}>{facts.birthDate !== null && numericDay(facts.birthDate)}</Fact>
        <OptionalFact name={say('guest.documents.inMrz')} value={spellings.mrz} isMono />
        <OptionalFact name={say('guest.documents.inDocument')} value={spellings.printed} />
        <OptionalFact name={say('guest.documents.asSent')} value={spellings.sent} isMono />
      </dl>
    </Panel>
  )
}

/** A fact that is always asked: what is not known says so. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { say } = useWords()
  const isKnown = children !== null && children !== false && children !== ''
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isKnown ? children : <span className={styles.unknown}>{say('common.unknown')}</span>}</dd>
    </div>
  )
}

interface OptionalFactProps {
  readonly name: string
  readonly value: string | null
  readonly isMono?: boolean
}

function OptionalFact({ name, value, isMono = false }: OptionalFactProps) {
  if (value === null || value === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isMono ? 'mono' : undefined}>{value}</dd>
    </div>
  )
}
