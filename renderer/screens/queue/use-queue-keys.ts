import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { Notice } from '#shared/contract/schemas.ts'
import type { NotificationState } from '#shared/domain/notification.ts'
import type { Command } from '../../commands/command.ts'
import { useCommands } from '../../commands/use-commands.ts'
import { useWords } from '../../i18n/use-words.ts'
import { filingPath, guestPath } from '../../notices/primary-action.ts'
import { JOURNAL_PATH, PAPER_PATH } from '../../notices/queue-place.ts'
import type { NoticeActions } from '../../notices/use-notice-actions.ts'
import { rowTowards } from './queue-groups.ts'
import type { LineActs } from './use-line-acts.ts'
import { canBeTaken } from './why-panel.tsx'

interface QueueKeysOptions {
  readonly rows: readonly Notice[]
  readonly selected: Notice | undefined
  /** The panel beside has the keys then. */
  readonly isFiling: boolean
  /** A decision stands open: Esc leaves it. */
  readonly isDeciding: boolean
  readonly actions: NoticeActions
  readonly line: LineActs
  /** The list for the colleague who signs; `null` = nobody is on it. */
  readonly onHandOverList: (() => void) | null
  readonly onSelect: (notice: Notice) => void
  readonly onAct: (notice: Notice) => void
  /** Leaves the decision. */
  readonly onLeave: () => void
}

/** The service can be asked about these. */
const ASKABLE: readonly NotificationState[] = ['unknown', 'deferred', 'duplicate']

/** Arrows, Enter, and a letter for each act on the selected row. */
export function useQueueKeys({
  rows,
  selected,
  isFiling,
  isDeciding,
  actions,
  line,
  onHandOverList,
  onSelect,
  onAct,
  onLeave,
}: QueueKeysOptions): void {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const isByHand = line.isByHand
  useCommands(
    useMemo<readonly Command[]>(() => {
      if (isFiling) return []
      const walk = (step: 1 | -1) => () => {
        const row = rowTowards(rows, selected?.id ?? null, step)
        if (row !== undefined) onSelect(row)
      }
      const hasSelected = () => selected !== undefined
      const canTake = () => selected !== undefined && canBeTaken(selected)
      const canSend = () => selected?.state === 'ready' && !isByHand
      const canAsk = () => selected !== undefined && ASKABLE.includes(selected.state)
      const ofLine: readonly Command[] = [
        {
          id: 'queue.ask',
          name: say('decide.keys.ask'),
          shortcut: { code: 'KeyA' },
          isEnabled: canAsk,
          run: () => selected !== undefined && actions.ask(selected),
        },
        {
          id: 'queue.journal',
          name: say('decide.keys.journal'),
          shortcut: { code: 'KeyJ' },
          inFooter: true,
          run: () => navigate(JOURNAL_PATH),
        },
        {
          id: 'queue.now',
          name: say('queue.keys.now'),
          title: say('palette.titles.sendNow'),
          shortcut: { code: 'KeyS' },
          inFooter: true,
          isEnabled: canSend,
          whyNot: () => say('palette.titles.sendNowNot'),
          run: () => selected !== undefined && actions.sendAll([selected]),
        },
        {
          id: 'queue.pause',
          name: line.isPaused ? say('queue.resume') : say('queue.pause'),
          title: line.isPaused ? say('palette.titles.resume') : say('palette.titles.pause'),
          shortcut: { code: 'KeyP' },
          isEnabled: () => !line.isBusy,
          run: () => (line.isPaused ? line.resume() : line.pause()),
        },
        {
          id: 'queue.check',
          name: say('queue.keys.check'),
          title: say('palette.titles.check'),
          shortcut: { code: 'KeyR' },
          inFooter: true,
          isEnabled: () => !line.isBusy,
          run: () => line.check(),
        },
      ]
      return [
        {
          id: 'queue.up',
          name: say('queue.keys.rows'),
          shortcut: { code: 'ArrowUp' },
          caps: '↑ ↓',
          inFooter: true,
          run: walk(-1),
        },
        { id: 'queue.down', name: say('queue.keys.rows'), shortcut: { code: 'ArrowDown' }, run: walk(1), isUnlisted: true },
        {
          id: 'queue.act',
          name: say('commands.act'),
          shortcut: { code: 'Enter' },
          inFooter: true,
          isEnabled: () => hasSelected() && !isDeciding,
          run: () => selected !== undefined && onAct(selected),
        },
        ...(isByHand ? [] : ofLine),
        {
          id: 'queue.file',
          name: say('queue.keys.file'),
          title: say('palette.titles.file'),
          shortcut: { code: 'KeyF' },
          isEnabled: canTake,
          run: () => selected !== undefined && navigate(filingPath(selected.id)),
        },
        {
          id: 'queue.paper',
          name: say('paper.open'),
          shortcut: { code: 'KeyB' },
          run: () => navigate(PAPER_PATH),
        },
        ...(onHandOverList === null
          ? []
          : [{ id: 'queue.handOverList', name: say('palette.titles.handOver'), run: onHandOverList }]),
        {
          id: 'queue.leaveDecision',
          name: say('line.journal.back'),
          shortcut: { code: 'Escape' },
          isUnlisted: true,
          isEnabled: () => isDeciding,
          run: onLeave,
        },
        {
          id: 'queue.open',
          name: say('commands.openGuest'),
          shortcut: { code: 'KeyO' },
          isEnabled: hasSelected,
          run: () => selected !== undefined && navigate(guestPath(selected.id)),
        },
      ]
    }, [
      rows,
      selected,
      isFiling,
      isDeciding,
      actions,
      line,
      onHandOverList,
      onSelect,
      onAct,
      onLeave,
      isByHand,
      say,
      navigate,
    ]),
  )
}
