import { Fragment, useState } from 'react'
import type { Rules } from '#shared/contract/law-schemas.ts'
import { numericDay } from '#shared/i18n/dates.ts'
import { actInWords } from '#shared/i18n/explain/duty.ts'
import { Button } from '../../../components/button.tsx'
import { ClockCertainty } from '../../../components/clock-certainty.tsx'
import { join } from '../../../components/join.ts'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords, type Words } from '../../../i18n/use-words.ts'
import styles from './clocks-table.module.css'
import { DutySwitch } from './duty-switch.tsx'

type RuleInForce = Rules['duties'][number]

interface ClocksTableProps {
  readonly duties: readonly RuleInForce[]
  readonly canChange: boolean
}

const COLUMNS = ['duty', 'days', 'from', 'binds', 'certainty', 'follow'] as const

/** Every clock the law starts for a foreign guest: how long, since when, whom it binds, how sure it is, and whether it is watched here. */
export function ClocksTable({ duties, canChange }: ClocksTableProps) {
  const { say } = useWords()
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Panel title={say('rules.clocks.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`rules.clocks.columns.${column}`)}
              </th>
            ))}
            {canChange && (
              <th scope="col">
                <span className="sr">{say('rules.clocks.columns.act')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <Fragment key={duty.rule}>
              <ClockRow
                duty={duty}
                canChange={canChange}
                isOpen={opened === duty.rule}
                onOpen={() => setOpened(opened === duty.rule ? null : duty.rule)}
              />
              {opened === duty.rule && (
                <tr>
                  <td colSpan={COLUMNS.length + 1} className={styles.form}>
                    <DutySwitch duty={duty} onDone={() => setOpened(null)} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

interface ClockRowProps {
  readonly duty: RuleInForce
  readonly canChange: boolean
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function ClockRow({ duty, canChange, isOpen, onOpen }: ClockRowProps) {
  const words = useWords()
  const { say } = words
  const name = say(`duties.kinds.${duty.kind}.name`)
  return (
    <tr className={join(!duty.isFollowed && styles.off, isOpen && styles.open)} data-duty={duty.kind}>
      <th scope="row">
        <span className={styles.name}>{name}</span>
        <span className={styles.what}>{say(`duties.kinds.${duty.kind}.what`)}</span>
        {duty.acts.length > 0 && (
          <span className={styles.acts}>{duty.acts.map((act) => actInWords(act.id, words)).join('; ')}</span>
        )}
      </th>
      <td>{lengthInWords(duty, words)}</td>
      <td>
        {numericDay(duty.effectiveFrom)}
        {!duty.isInForce && <span className={styles.small}>{say('rules.clocks.notYet')}</span>}
      </td>
      <td>{say(`rules.clocks.binds.${duty.binds}`)}</td>
      <td>
        <ClockCertainty certainty={duty.certainty} />
      </td>
      <td>
        {duty.isFollowed ? (
          <Tag icon={duty.canBeSwitched ? 'ok' : 'lock'} tone="accepted" wraps>
            {duty.canBeSwitched ? say('rules.clocks.followed') : say('rules.clocks.always')}
          </Tag>
        ) : (
          <Tag icon="pause" tone="quiet" wraps>
            {say('rules.clocks.notFollowed')}
          </Tag>
        )}
      </td>
      {canChange && (
        <td className={styles.act}>
          {duty.canBeSwitched && (
            <Button
              isSmall
              look="bare"
              aria-expanded={isOpen}
              aria-label={say(`rules.clocks.switch.${duty.isFollowed ? 'off' : 'on'}`, { duty: name })}
              onClick={onOpen}
            >
              {say(`rules.clocks.switch.${duty.isFollowed ? 'offShort' : 'onShort'}`)}
            </Button>
          )}
        </td>
      )}
    </tr>
  )
}

function lengthInWords({ kind, days }: RuleInForce, { say }: Words): string {
  if (days === null)
    return say(kind === 'visa_expiry' || kind === 'document_expiry' ? `rules.clocks.by.${kind}` : 'rules.clocks.by.country')
  return days.unit === 'working'
    ? say('rules.clocks.workingDays', { count: days.count })
    : say('rules.clocks.calendarDays', { count: days.count })
}
