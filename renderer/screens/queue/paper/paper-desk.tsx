import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { MAX_ON_LIST } from '#shared/domain/paper-list.ts'
import { ScreenFrame } from '../../../app/screen-frame.tsx'
import { useDesk } from '../../../client/desk-context.tsx'
import { useStatus } from '../../../client/use-status.ts'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Awaited } from '../../../components/awaited.tsx'
import { ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { candidatesOf, urgentOf } from './candidates.ts'
import { ChooseGuests } from './choose-guests.tsx'
import styles from './paper-desk.module.css'
import { PaperListPanel } from './paper-list-panel.tsx'
import { usePaperActs } from './use-paper-acts.ts'

/** The counter: whom to hand in on paper, the lists that are out, and the stamp when one comes back. */
export function PaperDesk() {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const { api } = useDesk()
  const { businessDate } = useStatus()
  const { data: queue, error: queueError, refetch: askQueue } = useQuery(api.queue.get.queryOptions())
  const { data: lists, error: listsError, refetch: askLists } = useQuery(api.paper.lists.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const candidates = useMemo(() => (queue === undefined ? [] : candidatesOf(queue, businessDate)), [queue, businessDate])
  const picked = useMemo(() => candidates.filter(({ id }) => chosen.has(id)), [candidates, chosen])
  const acts = usePaperActs(() => setChosen(new Set()))
  const { make, isBusy } = acts
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'paper.urgent',
          name: say('paper.choose.urgent'),
          shortcut: { code: 'KeyA' },
          inFooter: true,
          isEnabled: () => urgentOf(candidates).length > 0,
          run: () => setChosen(new Set(urgentOf(candidates).map(({ id }) => id))),
        },
        {
          id: 'paper.make',
          name: say('paper.choose.keys.make'),
          shortcut: { code: 'KeyL' },
          inFooter: true,
          isEnabled: () => picked.length > 0 && picked.length <= MAX_ON_LIST && !isBusy,
          run: () => make(picked),
        },
        {
          id: 'paper.back',
          name: say('paper.choose.keys.back'),
          shortcut: { code: 'Escape' },
          inFooter: true,
          run: () => navigate('/queue'),
        },
      ],
      [say, candidates, picked, make, isBusy, navigate],
    ),
  )
  const isReady = queue !== undefined && lists !== undefined
  const readingError = queueError ?? listsError
  return (
    <ScreenFrame
      title={say('paper.title')}
      summary={say('paper.summary')}
      acts={
        <ButtonLink href="#/queue" icon="left" shortcut="Esc">
          {say('line.journal.back')}
        </ButtonLink>
      }
    >
      {(!isReady || readingError !== null) && (
        <Awaited error={readingError} onRetry={() => void Promise.all([askQueue(), askLists()])} />
      )}
      {acts.error !== null && <ErrorPanel error={acts.error} />}
      {acts.said !== null && (
        <p className={styles.said} role="status">
          {acts.said}
        </p>
      )}
      {isReady && (
        <div className={styles.desk}>
          <ChooseGuests candidates={candidates} chosen={chosen} onChoose={setChosen} onMake={make} isBusy={isBusy} />
          <section className={styles.lists} aria-labelledby="paper-lists-title">
            <h2 id="paper-lists-title">{say('paper.lists.title')}</h2>
            {lists.length === 0 && (
              <EmptyState icon="ok" title={say('paper.lists.empty')}>
                <p>{say('paper.lead')}</p>
              </EmptyState>
            )}
            {lists.map((list) => (
              <PaperListPanel key={list.id} summary={list} acts={acts} />
            ))}
          </section>
        </div>
      )}
    </ScreenFrame>
  )
}
