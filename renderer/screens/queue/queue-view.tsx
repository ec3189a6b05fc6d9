import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { z } from 'zod'
import type { Notice, queueSchema } from '#shared/contract/schemas.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ActionFailure } from '../../notices/action-failure.tsx'
import { filingPath } from '../../notices/primary-action.ts'
import { useNoticeActions } from '../../notices/use-notice-actions.ts'
import { useView } from '../../state/view-store.ts'
import { useGuestWalk } from '../guests/guest-walk.ts'
import { ByHandPanel, ConnectionPanel } from './connection-panel.tsx'
import { FilingPanel } from './filing/filing-panel.tsx'
import { HandOverList } from './hand-over-list.tsx'
import { LineFact } from './line-fact.tsx'
import { MomentTag } from './moment-tag.tsx'
import { type GroupName, groupsOf, nextToFile, placeOf } from './queue-groups.ts'
import { QueueTable } from './queue-table.tsx'
import styles from './queue-view.module.css'
import { summaryInWords } from './summary.ts'
import { useHandOverList } from './use-hand-over-list.ts'
import { useLineActs } from './use-line-acts.ts'
import { useQueueKeys } from './use-queue-keys.ts'
import { useRowFocus } from './use-row-focus.ts'
import { useStanding } from './use-standing.ts'
import { WhyPanel } from './why-panel.tsx'

interface QueueViewProps {
  readonly queue: z.infer<typeof queueSchema>
  readonly filingId: string | null
}

export function QueueView({ queue, filingId }: QueueViewProps) {
  const words = useWords()
  const { say } = words
  const [, navigate] = useLocation()
  const standing = useStanding()
  const actions = useNoticeActions()
  const line = useLineActs()
  const handOver = useHandOverList()
  const remembered = useView((view) => view.selectedNoticeId)
  const select = useView((view) => view.select)
  const [opened, setOpened] = useState<Readonly<Partial<Record<GroupName, number>>>>({})
  const groups = useMemo(() => groupsOf(queue, standing.channel, opened, filingId), [queue, standing.channel, opened, filingId])
  const rows = useMemo(() => groups.flatMap((group) => group.shown), [groups])
  const selected = rows.find(({ id }) => id === (filingId ?? remembered)) ?? (filingId === null ? rows[0] : undefined)
  const filed = filingId === null ? undefined : [...queue.byHand, ...queue.automatic].find(({ id }) => id === filingId)
  const isByHand = standing.channel === 'assisted-portal'
  const refOf = useRowFocus(filingId === null ? (selected?.id ?? null) : null)

  // From a guest opened here, J and K go along the queue and Esc comes back to it.
  const startWalk = useGuestWalk((walk) => walk.start)
  useEffect(
    () =>
      startWalk(
        '/queue',
        rows.map(({ id }) => id),
      ),
    [startWalk, rows],
  )

  const close = useCallback(() => navigate('/queue'), [navigate])
  const takeNext = useCallback(
    (notice: Notice) => {
      select(notice.id)
      navigate(filingPath(notice.id))
    },
    [select, navigate],
  )
  useQueueKeys({ rows, selected, isFiling: filingId !== null, actions, line, onSelect: (notice) => select(notice.id) })

  const failure = actions.error ?? line.error ?? handOver.error
  return (
    <ScreenFrame
      title={say('queue.title')}
      summary={summaryInWords([...queue.automatic, ...queue.byHand, ...queue.decision], words)}
      acts={
        !isByHand && (
          <>
            <Button
              icon={line.isPaused ? 'play' : 'pause'}
              shortcut="P"
              disabled={line.isBusy}
              onClick={line.isPaused ? line.resume : line.pause}
            >
              {line.isPaused ? say('queue.resume') : say('queue.pause')}
            </Button>
            <Button icon="line" shortcut="R" disabled={line.isBusy} onClick={line.check}>
              {say('queue.checkConnection')}
            </Button>
          </>
        )
      }
      fact={!isByHand && <LineFact standing={standing} outages={queue.outagesToday} />}
    >
      <ActionFailure
        error={failure}
        onClose={() => {
          actions.forgetError()
          line.forgetError()
          handOver.forgetError()
        }}
      />
      <div className={styles.queue}>
        <div className={styles.main}>
          {isByHand ? (
            <ByHandPanel dueToday={queue.byHand.filter(({ lane }) => lane === 'today' || lane === 'overdue').length} />
          ) : (
            <ConnectionPanel standing={standing} outages={queue.outagesToday} />
          )}
          {line.checked !== null && (
            <p className={styles.checked} role="status">
              {line.checked}
            </p>
          )}
          {rows.length === 0 ? (
            <EmptyState icon="ok" title={say('queue.empty.title')}>
              <p>{say('queue.empty.text')}</p>
            </EmptyState>
          ) : (
            <QueueTable
              queue={queue}
              groups={groups}
              standing={standing}
              selectedId={selected?.id ?? null}
              isFiling={filingId !== null}
              actionOf={actions.actionOf}
              refOf={refOf}
              onSelect={(notice) => select(notice.id)}
              onAct={actions.act}
              onOpenGroup={(name) => setOpened((counts) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }))}
              onCloseGroup={(name) => setOpened((counts) => ({ ...counts, [name]: 0 }))}
              onPrintList={handOver.print}
            />
          )}
        </div>
        {filingId !== null ? (
          <FilingPanel
            key={filingId}
            noticeId={filingId}
            moment={filed !== undefined && <MomentTag notice={filed} standing={standing} isBrief />}
            next={nextToFile(queue, filingId)}
            onTakeNext={takeNext}
            onClose={close}
          />
        ) : (
          selected !== undefined && (
            <WhyPanel
              notice={selected}
              standing={standing}
              place={placeOf(queue, selected)}
              moment={<MomentTag notice={selected} standing={standing} />}
            />
          )
        )}
      </div>
      {handOver.list !== null && <HandOverList entries={handOver.list} onClose={handOver.done} />}
    </ScreenFrame>
  )
}
