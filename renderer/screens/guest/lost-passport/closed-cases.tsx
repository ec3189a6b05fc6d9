import type { LossCase } from '#shared/contract/lost-passport-contract.ts'
import { dayMonth, fromDayMonth, localDay } from '#shared/i18n/dates.ts'
import { useMayNot } from '../../../client/use-may.ts'
import { useZone } from '../../../client/use-status.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './lost-passport.module.css'
import { useLossActs, useLossSheet } from './use-lost-passport.ts'

interface ClosedCasesProps {
  readonly noticeId: string
  readonly cases: readonly LossCase[]
  /** Nobody has two open cases. */
  readonly canReopen: boolean
}

/** Cases that ended: how, when, by whom; the manager's sheet, and taking the last close back. */
export function ClosedCases({ noticeId, cases, canReopen }: ClosedCasesProps) {
  const { say, language } = useWords()
  const zone = useZone()
  const mayChange = useMayNot('register.write') === null
  const { reopen } = useLossActs(noticeId)
  const printing = useLossSheet()
  if (cases.length === 0) return null
  return (
    <Panel title={say('lostPassport.title')} isDense>
      <ul className={styles.closed}>
        {cases.map(({ id, closed, version, noticedOn }, index) =>
          closed === null ? null : (
            <li key={id} data-case={id}>
              <p className={styles.fact}>{fromDayMonth(noticedOn, language)}</p>
              <p>
                {say('lostPassport.close.closed', {
                  day: dayMonth(localDay(closed.at, zone), language),
                  by: closed.by,
                  ending: say(`lostPassport.endings.${closed.ending}`),
                })}
              </p>
              {closed.note !== null && <p className={styles.note}>{closed.note}</p>}
              {mayChange && (
                <div className={styles.papers}>
                  <Button
                    isSmall
                    look="bare"
                    icon="print"
                    disabled={printing.isPending}
                    onClick={() => printing.mutate({ caseId: id, sheet: 'manager', language: null })}
                  >
                    {say('lostPassport.print.manager')}
                  </Button>
                  {index === 0 && canReopen && (
                    <Button
                      isSmall
                      look="bare"
                      icon="turn"
                      disabled={reopen.isPending}
                      onClick={() => reopen.mutate({ caseId: id, version })}
                    >
                      {say('lostPassport.close.reopen')}
                    </Button>
                  )}
                </div>
              )}
            </li>
          ),
        )}
      </ul>
      {(reopen.error ?? printing.error) !== null && <ErrorPanel error={reopen.error ?? printing.error} />}
    </Panel>
  )
}
