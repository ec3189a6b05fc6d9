import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useDesk } from '../../../client/desk-context.tsx'
import { useMayNot } from '../../../client/use-may.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import styles from './handover-panel.module.css'

/** What the sheet is for, and that it was given: the next one counts from then. */
export function HandoverPanel({ isReady }: { readonly isReady: boolean }) {
  const { say } = useWords()
  const { api } = useDesk()
  const queryClient = useQueryClient()
  const mayNot = useMayNot('register.write')
  const giving = useMutation({
    ...api.report.handOver.mutationOptions(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.report.handover.key() }),
  })
  return (
    <Panel title={say('endOfDay.handover.title')} icon="history">
      <div className={styles.body}>
        <p>{say('endOfDay.handover.text')}</p>
        {giving.error !== null && <ErrorPanel error={giving.error} />}
        {mayNot === null && (
          <>
            <Button look="main" icon="check" disabled={!isReady || giving.isPending} onClick={() => giving.mutate({})}>
              {say('endOfDay.handover.given')}
            </Button>
            <p className={styles.note}>{say('endOfDay.handover.givenNote')}</p>
          </>
        )}
        <p className={styles.done} role="status">
          {giving.isSuccess && say('endOfDay.handover.done')}
        </p>
      </div>
    </Panel>
  )
}
