import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { z } from 'zod'
import type { Notice, queueSchema } from '#shared/contract/schemas.ts'
import { isFiledByHand } from '#shared/domain/channel.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useDesk } from '../../client/desk-context.tsx'
import { Button, ButtonLink } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ActionFailure } from '../../notices/action-failure.tsx'
import { filingPath } from '../../notices/primary-action.ts'
import { decisionPath, JOURNAL_PATH, PAPER_PATH, type QueuePlace } from '../../notices/queue-place.ts'
import { useNoticeActions } from '../../notices/use-notice-actions.ts'
import { useView } from '../../state/view-store.ts'
import { useGuestWalk } from '../guests/guest-walk.ts'
import { askedInWords } from './asked-words.ts'
import { ByHandPanel, ConnectionPanel } from './connection-panel.tsx'
import { FilingPanel } from './filing/filing-panel.tsx'
import { HandOverList } from './hand-over-list.tsx'
import { LineFact } from './line-fact.tsx'
import { MomentTag } from './moment-tag.tsx'
import { type GroupName, groupsOf, nextToFile, turnsOf } from './queue-groups.ts'
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
  readonly place: Exclude<QueuePlace, { kind: 'journal' | 'paper' }>
}

/** The bar of the day moves on by itself. */
const LINE_REFRESH_MS = 60_000

export function QueueView({ queue, place }: QueueViewProps) {
  const filingId = place.kind === 'filing' ? place.noticeId : null
  // Beside the list, not in the address: coming to a decision must not fold up what was unfolded.
  const [decidingId, setDecidingId] = useState(place.kind === 'deciding' ? place.noticeId : null)
  const shownId = filingId ?? decidingId
  const words = useWords()
  const { say } = words
  const [, navigate] = useLocation()
  const standing = useStanding()
  const actions = useNoticeActions()
  const line = useLineActs()
  const handOver = useHandOverList()
  const remembered = useView((view) => view.selectedNoticeId)
  const select = useView((view) => view.select)
  const [decision, setDecision] = useState<string | null>(null)
  const { api } = useDesk()
  const { data: channelLine } = useQuery(
    api.queue.line.queryOptions({ enabled: !line.isByHand, refetchInterval: LINE_REFRESH_MS }),
  )
  const [opened, setOpened] = useState<Readonly<Partial<Record<GroupName, boolean>>>>({})
  const groups = useMemo(() => groupsOf(queue, standing.channel, opened, shownId), [queue, standing.channel, opened, shownId])
  const turnOf = useMemo(() => turnsOf(queue), [queue])
  const rows = useMemo(() => groups.flatMap((group) => group.shown), [groups])
  const selected = rows.find(({ id }) => id === (shownId ?? remembered)) ?? (filingId === null ? rows[0] : undefined)
  const filed = filingId === null ? undefined : [...queue.byHand, ...queue.automatic].find(({ id }) => id === filingId)
  const isByHand = isFiledByHand(standing.channel)
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
  const isDeciding = selected !== undefined && selected.id === decidingId
  const decided = (what: string) => {
    setDecision(what)
    setDecidingId(null)
  }
  const selectedId = selected?.id
  const choose = useCallback(
    (notice: Notice) => {
      // A row that takes the place of one that left gets the focus by itself: what was decided about the other stays said.
      if (notice.id !== selectedId) setDecision(null)
      select(notice.id)
      // Who walks on has left the decision.
      setDecidingId((current) => (current === notice.id ? current : null))
    },
    [select, selectedId],
  )
  const { act: actAtOnce, actionOf } = actions
  const act = useCallback(
    (notice: Notice) => {
      const { step } = actionOf(notice)
      if (!('go' in step) || step.go !== decisionPath(notice.id)) return actAtOnce(notice)
      choose(notice)
      setDecidingId(notice.id)
    },
    [actAtOnce, actionOf, choose],
  )
  // What was found or decided last is what is said.
  const ask = (notice: Notice) => {
    setDecision(null)
    line.forgetError()
    actions.ask(notice)
  }
  const check = () => {
    setDecision(null)
    actions.forgetError()
    line.check()
  }
  const asked = actions.asked === null ? null : askedInWords(actions.asked, words)
  const said = decision ?? asked ?? line.checked
  const takeNext = useCallback(
    (notice: Notice) => {
      select(notice.id)
      navigate(filingPath(notice.id))
    },
    [select, navigate],
  )
  useQueueKeys({
    rows,
    selected,
    isFiling: filingId !== null,
    isDeciding,
    actions: { ...actions, ask },
    line: { ...line, check },
    onHandOverList: queue.byHand.some(({ state }) => state === 'handover') ? handOver.print : null,
    onSelect: choose,
    onAct: act,
    onLeave: () => setDecidingId(null),
  })

  const failure = actions.error ?? line.error ?? handOver.error
  return (
    <ScreenFrame
      title={say('queue.title')}
      summary={summaryInWords([...queue.automatic, ...queue.byHand, ...queue.decision], words)}
      acts={
        <>
          <ButtonLink href={`#${PAPER_PATH}`} icon="document" shortcut="B">
            {say('paper.open')}
          </ButtonLink>
          {!isByHand && (
            <>
              <ButtonLink href={`#${JOURNAL_PATH}`} icon="history" shortcut="J">
                {say('line.journal.open')}
              </ButtonLink>
              <Button
                icon={line.isPaused ? 'play' : 'pause'}
                shortcut="P"
                disabled={line.isBusy}
                onClick={line.isPaused ? line.resume : line.pause}
              >
                {line.isPaused ? say('queue.resume') : say('queue.pause')}
              </Button>
              <Button icon="line" shortcut="R" disabled={line.isBusy} onClick={check}>
                {say('queue.checkConnection')}
              </Button>
            </>
          )}
        </>
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
            <ByHandPanel
              channel={standing.channel}
              dueToday={queue.byHand.filter(({ lane }) => lane === 'today' || lane === 'overdue').length}
            />
          ) : (
            <ConnectionPanel standing={standing} outages={queue.outagesToday} line={channelLine ?? null} />
          )}
          {said !== null && (
            <p className={styles.checked} role="status">
              {said}
            </p>
          )}
          {rows.length === 0 ? (
            <EmptyState icon="ok" title={say('queue.empty.title')}>
              <p>{say('queue.empty.text')}</p>
            </EmptyState>
          ) : (
            <QueueTable
              groups={groups}
              standing={standing}
              turnOf={turnOf}
              selectedId={selected?.id ?? null}
              hasEnter={filingId === null && !isDeciding}
              actionOf={actions.actionOf}
              refOf={refOf}
              onSelect={choose}
              onAct={act}
              onOpenGroup={(name) => setOpened((counts) => ({ ...counts, [name]: true }))}
              onCloseGroup={(name) => setOpened((counts) => ({ ...counts, [name]: false }))}
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
              turn={turnOf(selected.id)}
              isDeciding={isDeciding}
              isBusy={actions.isBusy}
              onAsk={() => ask(selected)}
              onDecided={decided}
              moment={<MomentTag notice={selected} standing={standing} />}
            />
          )
        )}
      </div>
      {handOver.list !== null && <HandOverList entries={handOver.list} onClose={handOver.done} />}
    </ScreenFrame>
  )
}
