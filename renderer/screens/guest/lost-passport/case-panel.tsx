import { useState } from 'react'
import type { LossCase, LossDocument } from '#shared/contract/lost-passport-contract.ts'
import { dayMonth, fromDayMonth, localDay } from '#shared/i18n/dates.ts'
import { guestLanguage } from '#shared/i18n/guest-language.ts'
import { LANGUAGES, type Language } from '#shared/i18n/language.ts'
import { useMayNot } from '../../../client/use-may.ts'
import { useZone } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { SelectInput } from '../../../components/text-input.tsx'
import { useHasKept } from '../../../drafts/use-kept-form.ts'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import { maskNumber } from '../../../notices/mask-number.ts'
import { stayClocks } from '../clocks/stay-clocks.ts'
import type { GuestDetail } from '../guest-form.ts'
import { CloseForm } from './close-form.tsx'
import styles from './lost-passport.module.css'
import { StepList } from './step-list.tsx'
import { lossFormName } from './use-loss-form.ts'
import { useLossSheet } from './use-lost-passport.ts'

interface CasePanelProps {
  readonly loss: LossCase
  readonly detail: GuestDetail
  readonly showsNumber: boolean
  /** Opens the form of the guest at the document; `null` = nothing can be corrected now. */
  readonly onEnterDocument: (() => void) | null
}

/** The open case: where the guest stands on the way, what goes on meanwhile, the papers, and its end. */
export function CasePanel({ loss, detail, showsNumber, onEnterDocument }: CasePanelProps) {
  const words = useWords()
  const { say, language } = words
  const zone = useZone()
  const mayChange = useMayNot('register.write') === null
  const [wantsEnd, setClosing] = useState<boolean | null>(null)
  const hasKeptEnd = useHasKept(detail.notice.id, lossFormName('close'))
  const isClosing = wantsEnd ?? hasKeptEnd
  const isNotified = detail.notice.state === 'accepted' || detail.notice.state === 'filed_elsewhere'
  const opened = say('lostPassport.openedBy', { day: dayMonth(localDay(loss.openedAt, zone), language), by: loss.openedBy })
  return (
    <Panel
      title={say('lostPassport.title')}
      icon="alert"
      tone="today"
      aside={
        <Tag icon="calendar" tone="today">
          {fromDayMonth(loss.noticedOn, language)}
        </Tag>
      }
    >
      <div className={styles.case} data-case={loss.id}>
        <p className={styles.account}>
          {[loss.place, loss.circumstances].filter((part) => part !== null).join(', ')}
          <span className={styles.note}>{opened}</span>
        </p>
        {loss.nextStep === null && <p className={styles.allDone}>{say('lostPassport.allDone')}</p>}
        {!isNotified && (
          <p className={styles.warning}>
            <Icon name="alert" />
            {say('lostPassport.document.noNotice')}
          </p>
        )}
        <StepList loss={loss} detail={detail} mayChange={mayChange} />
        <Document loss={loss} showsNumber={showsNumber} onEnter={onEnterDocument} />
        <Days detail={detail} />
        {mayChange && isClosing && <CloseForm loss={loss} detail={detail} onClose={() => setClosing(false)} />}
        {mayChange && !isClosing && (
          <Papers loss={loss} citizenship={detail.facts.citizenship} onEnd={() => setClosing(true)} />
        )}
      </div>
    </Panel>
  )
}

/** The lost document, and the one that took its place once a correction brought it. */
function Document({
  loss,
  showsNumber,
  onEnter,
}: Pick<CasePanelProps, 'loss' | 'showsNumber'> & { readonly onEnter: (() => void) | null }) {
  const words = useWords()
  const { say } = words
  const { lostDocument, newDocument } = loss
  return (
    <div className={styles.part}>
      <div className="grow">
        {lostDocument !== null && (
          <p>{say('lostPassport.document.lost', { document: documentInWords(lostDocument, showsNumber, words) })}</p>
        )}
        <p className={newDocument === null ? styles.fact : 'strong'}>
          {newDocument === null
            ? say('lostPassport.document.none')
            : say('lostPassport.document.fresh', { document: documentInWords(newDocument, showsNumber, words) })}
        </p>
        {newDocument === null && onEnter !== null && <p className={styles.note}>{say('lostPassport.document.enterHint')}</p>}
      </div>
      {newDocument === null && onEnter !== null && (
        <Button isSmall icon="pen" onClick={onEnter}>
          {say('lostPassport.document.enter')}
        </Button>
      )}
    </div>
  )
}

function documentInWords({ type, series, number }: LossDocument, showsNumber: boolean, { say }: Words): string {
  const whole = [series, number].filter((part) => part !== null).join(' ')
  return [type === null ? null : say(`documentTypes.${type}`), whole === '' ? null : showsNumber ? whole : maskNumber(whole)]
    .filter((part) => part !== null)
    .join(' ')
}

/** The clocks of the stay that a loss does not stop. */
function Days({ detail }: Pick<CasePanelProps, 'detail'>) {
  const { say, language } = useWords()
  const { running } = stayClocks(detail.duties)
  return (
    <div className={styles.days}>
      <h3>
        <Icon name="clock" />
        {say('lostPassport.days.title')}
      </h3>
      {running.length === 0 ? (
        <p className={styles.fact}>{say('lostPassport.days.none')}</p>
      ) : (
        <ul>
          {running.map((clock) => (
            <li key={clock.kind}>
              {say('lostPassport.days.until', {
                clock: say(`duties.kinds.${clock.kind}.name`),
                until: say('guest.clocks.until', { day: dayMonth(clock.strictDue, language) }),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface PapersProps {
  readonly loss: LossCase
  readonly citizenship: string | null
  readonly onEnd: () => void
}

/** What is printed, in which language, and the way to the end of the case. */
function Papers({ loss, citizenship, onEnd }: PapersProps) {
  const { say } = useWords()
  const printing = useLossSheet()
  const [chosen, setChosen] = useState<Language>(guestLanguage(citizenship))
  return (
    <div className={styles.foot}>
      {printing.error !== null && <ErrorPanel error={printing.error} />}
      <div className={styles.papers}>
        <Button
          icon="print"
          disabled={printing.isPending}
          onClick={() => printing.mutate({ caseId: loss.id, sheet: 'guest', language: chosen })}
        >
          {say('lostPassport.print.guest')}
        </Button>
        <SelectInput
          className={styles.language}
          aria-label={say('lostPassport.print.language')}
          value={chosen}
          choices={LANGUAGES.map((each) => ({ value: each, label: say(`common.languages.${each}`) }))}
          onChange={(picked) => setChosen(LANGUAGES.find((each) => each === picked) ?? chosen)}
        />
        <Button
          icon="print"
          look="bare"
          disabled={printing.isPending}
          onClick={() => printing.mutate({ caseId: loss.id, sheet: 'manager', language: null })}
        >
          {say('lostPassport.print.manager')}
        </Button>
        <span className="grow" />
        <Button look={loss.nextStep === null ? 'soft' : 'bare'} icon="check" data-act="close-case" onClick={onEnd}>
          {say('lostPassport.close.open')}
        </Button>
      </div>
    </div>
  )
}
