import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Board, Notice } from '#shared/contract/schemas.ts'
import { ScreenFrame } from '../../app/screen-frame.tsx'
import { useStatus } from '../../client/use-status.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Tag } from '../../components/tag.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ActionFailure } from '../../notices/action-failure.tsx'
import { guestPath } from '../../notices/primary-action.ts'
import { useNoticeActions } from '../../notices/use-notice-actions.ts'
import { UnfinishedList } from '../in-house/unfinished-list.tsx'
import { AllClear } from './all-clear.tsx'
import { cellsOf, isAllClear, type SideList } from './board-cells.ts'
import styles from './board-view.module.css'
import { LaneColumn } from './lane-column.tsx'
import { LaneHeads } from './lane-heads.tsx'
import { LANE_NAMES } from './lane-names.ts'
import { SidePanels } from './side-panels.tsx'
import { useBoardKeys } from './use-board-keys.ts'

interface BoardViewProps {
  readonly board: Board
}

export function BoardView({ board }: BoardViewProps) {
  const { say } = useWords()
  const status = useStatus()
  const [, navigate] = useLocation()
  const actions = useNoticeActions()
  const [shown, setShown] = useState<Readonly<Record<string, number>>>({})
  const isClear = isAllClear(board)
  const cells = useMemo(() => (isClear ? [] : cellsOf(board, shown)), [board, shown, isClear])
  const keys = useBoardKeys(cells)
  const ready = useMemo(() => readyNotices(board), [board])
  const sendsByItself = status.property?.channel === 'migration-api'

  const commands = useMemo<readonly Command[]>(() => {
    const { selected } = keys
    if (selected === undefined) return []
    return [
      ...keys.commands,
      {
        id: 'board.act',
        name: say('commands.act'),
        shortcut: { code: 'Enter' },
        inFooter: true,
        run: () => actions.act(selected.notice),
      },
      {
        id: 'board.open',
        name: say('commands.openGuest'),
        shortcut: { code: 'KeyO' },
        run: () => navigate(guestPath(selected.notice.id)),
      },
    ]
  }, [say, navigate, keys, actions])
  useCommands(commands)
  const { sendAll, isBusy } = actions
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        sendsByItself
          ? [
              {
                id: 'board.sendReady',
                name: say('palette.titles.sendReady'),
                isEnabled: () => ready.length > 0 && !isBusy,
                whyNot: () => (ready.length === 0 ? say('palette.titles.nothingReady') : null),
                run: () => sendAll(ready),
              },
            ]
          : [],
      [say, sendsByItself, ready, isBusy, sendAll],
    ),
  )

  const tellShown = (area: string, count: number) =>
    setShown((known) => (known[area] === count ? known : { ...known, [area]: count }))

  const cell = (area: string, notice: Notice) => ({
    isSelected: keys.isSelected(area, notice.id),
    actionWord: say(`today.actions.${actions.actionOf(notice).word}`),
    onSelect: () => keys.select(area, notice.id),
    onAct: () => actions.act(notice),
    ref: keys.refOf(area, notice.id),
  })

  return (
    <ScreenFrame
      title={say('today.title')}
      summary={<Summary board={board} />}
      acts={
        <>
          {sendsByItself && ready.length > 0 && (
            <Button icon="send" disabled={isBusy} onClick={() => sendAll(ready)}>
              {say('today.sendReady', { count: ready.length })}
            </Button>
          )}
          <ButtonLink href="#/check-in" look="main" icon="plus" shortcut="N">
            {say('today.newCheckIn')}
          </ButtonLink>
        </>
      }
      fact={<AcceptedToday board={board} />}
    >
      <ActionFailure error={actions.error} onClose={actions.forgetError} />
      <UnfinishedList />
      {isClear ? (
        <>
          <LaneHeads board={board} />
          <AllClear board={board} />
        </>
      ) : (
        <div className={styles.today}>
          <section className={styles.board} aria-label={say('today.board')}>
            <LaneHeads board={board} />
            <div className={styles.lanes}>
              {LANE_NAMES.map((lane) => (
                <LaneColumn
                  key={lane}
                  lane={lane}
                  notices={board.lanes[lane]}
                  today={board.businessDate}
                  exposure={board.exposure}
                  cell={(notice) => cell(lane, notice)}
                  onShown={(count) => tellShown(lane, count)}
                />
              ))}
            </div>
          </section>
          <SidePanels board={board} cell={(list: SideList, notice) => cell(list, notice)} onShown={tellShown} />
        </div>
      )}
    </ScreenFrame>
  )
}

/** What must be done before midnight, in one sentence. */
function Summary({ board }: BoardViewProps) {
  const { say } = useWords()
  const [due, overdue] = [board.lanes.today.length, board.lanes.overdue.length]
  return (
    <>
      {due === 0 ? say('today.summary.nothingDue') : say('today.summary.due', { count: due })}
      {overdue === 1 && ` ${say('today.summary.oneOverdue')}`}
      {overdue > 1 && ` ${say('today.summary.overdue', { count: overdue })}`}
    </>
  )
}

function AcceptedToday({ board }: BoardViewProps) {
  const { say } = useWords()
  const without = board.acceptedTodayWithoutReceipt
  if (board.acceptedToday === 0) return null
  return (
    <>
      <Tag icon="ok" tone="accepted">
        {say('today.footer.accepted', { count: board.acceptedToday })}
      </Tag>
      <span>{without === 0 ? say('today.footer.allReceipts') : say('today.footer.withoutReceipt', { count: without })}</span>
    </>
  )
}

/** Everything that could go now, most urgent first. */
function readyNotices(board: Board): readonly Notice[] {
  return LANE_NAMES.flatMap((lane) => board.lanes[lane]).filter((notice) => notice.state === 'ready')
}
