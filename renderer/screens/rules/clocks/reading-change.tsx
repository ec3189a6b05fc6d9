import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AlarmReading } from '#shared/regulation/deadline-types.ts'
import { useDesk } from '../../../client/desk-context.tsx'
import { failureKey } from '../../../client/desk-failure.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { ReasonForm } from '../../../components/reason-form.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { countMoves } from '../../../law/move-rows.ts'
import { MovesTable } from '../../../law/moves-table.tsx'
import { useRulesAnswer } from '../use-rules-answer.ts'
import styles from './reading-change.module.css'

interface ReadingChangeProps {
  readonly reading: AlarmReading
  readonly onDone: () => void
  readonly onLeave: () => void
}

/** What the other reading would move, guest by guest, and the act with its reason. A list that has aged is shown anew first. */
export function ReadingChange({ reading, onDone, onLeave }: ReadingChangeProps) {
  const { say } = useWords()
  const { api } = useDesk()
  const show = useRulesAnswer()
  const [isStale, setIsStale] = useState(false)
  const {
    data: preview,
    error,
    refetch,
  } = useQuery({
    ...api.rules.previewAlarmReading.queryOptions({ input: { alarmReading: reading } }),
    gcTime: 0,
  })
  const setting = useMutation(
    api.rules.setAlarmReading.mutationOptions({
      onSuccess(rules) {
        show(rules)
        onDone()
      },
      onError(failure) {
        if (failureKey(failure) !== 'STALE') return
        setIsStale(true)
        void refetch()
      },
    }),
  )
  const failure = setting.error !== null && failureKey(setting.error) !== 'STALE' ? setting.error : null
  if (error !== null)
    return (
      <div className={styles.change}>
        <ErrorPanel error={error}>
          <Button isSmall onClick={() => void refetch()}>
            {say('common.retry')}
          </Button>
        </ErrorPanel>
      </div>
    )
  if (preview === undefined) return null
  const { moved, overdue } = countMoves(preview.moves)
  return (
    <section className={styles.change} aria-label={say('rules.clocks.reading.previewTitle')}>
      <h3>{say('rules.clocks.reading.previewTitle')}</h3>
      {isStale && (
        <Tag icon="alert" tone="today" wraps>
          {say('rules.clocks.reading.stale')}
        </Tag>
      )}
      <p className={styles.summary}>
        {say('rules.clocks.reading.checked', { count: preview.openDeadlines })}{' '}
        {moved === 0 ? say('rules.clocks.reading.nothingMoves') : say('rules.clocks.reading.moves', { count: moved })}
      </p>
      {overdue > 0 && (
        <Tag icon="alert" tone="overdue" wraps>
          {say('rules.clocks.reading.becomeOverdue', { count: overdue })}
        </Tag>
      )}
      {moved > 0 && (
        <div className={styles.moves}>
          <MovesTable label={say('rules.clocks.reading.previewTitle')} moves={preview.moves} />
        </div>
      )}
      <ReasonForm
        effect={null}
        takesFocus={false}
        act={say('rules.clocks.reading.apply')}
        isBusy={setting.isPending}
        error={failure}
        onAct={(reason) => setting.mutate({ alarmReading: reading, basis: preview.basis, reason })}
        onLeave={onLeave}
      />
    </section>
  )
}
