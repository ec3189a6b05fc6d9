import { type ReactNode, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { LawPreview } from '#shared/contract/law-schemas.ts'
import { ScreenFrame } from '../../../app/screen-frame.tsx'
import { failureKey } from '../../../client/desk-failure.ts'
import { useIsSlow } from '../../../client/use-is-slow.ts'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorPanel } from '../../../components/error-panel.tsx'
import { Panel } from '../../../components/panel.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { countMoves } from '../../../law/move-rows.ts'
import { MovesTable } from '../../../law/moves-table.tsx'
import { ActionFailure } from '../../../notices/action-failure.tsx'
import { DayChanges } from './day-changes.tsx'
import { Figures } from './figures.tsx'
import styles from './preview-frame.module.css'

interface PreviewFrameProps {
  readonly title: string
  /** `undefined` while the desk is counting. */
  readonly preview: LawPreview | undefined
  /** A newer answer is on its way; what is shown may not be applied. */
  readonly isCounting: boolean
  readonly previewError: unknown
  readonly retry: () => void
  /** Why there is nothing to apply, in words; `null` = there is. */
  readonly nothing: string | null
  readonly applyWord: string
  readonly applyNote: string
  readonly isApplying: boolean
  readonly applyError: unknown
  readonly forgetError: () => void
  readonly onApply: (preview: LawPreview) => void
  /** Above the button: the ground of the change. */
  readonly children?: ReactNode
}

/** What a change would do, before it is done: whose deadlines move, which days change, and the one button that does it. */
export function PreviewFrame({
  title,
  preview,
  isCounting,
  previewError,
  retry,
  nothing,
  applyWord,
  applyNote,
  isApplying,
  applyError,
  forgetError,
  onApply,
  children,
}: PreviewFrameProps) {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const isSlow = useIsSlow(preview === undefined && previewError === null && nothing === null)
  const [seenBasis, setSeenBasis] = useState<string | null>(null)
  if (preview !== undefined && seenBasis === null) setSeenBasis(preview.basis)
  // Somebody changed the calendar while this was being read: what was read is not what would be applied.
  const isStale = preview !== undefined && seenBasis !== null && preview.basis !== seenBasis
  const canApply = preview !== undefined && nothing === null && !isStale && !isCounting && !isApplying
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'calendar.back',
          name: say('calendarScreen.keys.back'),
          shortcut: { code: 'Escape' },
          inFooter: true,
          run: () => navigate('/calendar'),
        },
        {
          id: 'calendar.apply',
          name: say('calendarScreen.keys.apply'),
          shortcut: { code: 'Enter', ctrl: true },
          inFooter: true,
          isEnabled: () => canApply,
          run: () => preview !== undefined && onApply(preview),
        },
      ],
      [say, navigate, canApply, preview, onApply],
    ),
  )
  return (
    <ScreenFrame
      title={title}
      acts={
        <Button icon="calendar" shortcut="Esc" onClick={() => navigate('/calendar')}>
          {say('calendarScreen.preview.back')}
        </Button>
      }
    >
      {failureKey(applyError) !== 'STALE' && <ActionFailure error={applyError} onClose={forgetError} />}
      {previewError !== null && (
        <ErrorPanel error={previewError}>
          <Button isSmall onClick={retry}>
            {say('common.retry')}
          </Button>
        </ErrorPanel>
      )}
      {isSlow && <p role="status">{say('calendarScreen.preview.computing')}</p>}
      {nothing !== null && (
        <EmptyState icon="ok" title={title}>
          <p>{nothing}</p>
        </EmptyState>
      )}
      {preview !== undefined && nothing === null && (
        <div className={styles.preview}>
          <div className={styles.main}>
            {isStale && (
              <div className={styles.stale} role="alert">
                <p className="grow">{say('calendarScreen.preview.stale')}</p>
                <Button
                  isSmall
                  onClick={() => {
                    forgetError()
                    setSeenBasis(preview.basis)
                  }}
                >
                  {say('calendarScreen.preview.understood')}
                </Button>
              </div>
            )}
            <Figures counts={countMoves(preview.moves)} openDeadlines={preview.openDeadlines} />
            {preview.moves.length === 0 ? (
              <div className={styles.nobody}>
                <EmptyState icon="ok" title={say('calendarScreen.preview.nobody')}>
                  <p>{say('calendarScreen.preview.nobodyText', { count: preview.openDeadlines })}</p>
                </EmptyState>
              </div>
            ) : (
              <MovesTable label={say('calendarScreen.preview.moves')} moves={preview.moves} />
            )}
          </div>
          <div className={styles.side}>
            <Panel title={applyWord} isDense className={styles.apply}>
              <div className={styles.applyBody}>
                {children}
                <p className="note sub">{applyNote}</p>
                <Button look="main" icon="check" shortcut="Ctrl Enter" disabled={!canApply} onClick={() => onApply(preview)}>
                  {applyWord}
                </Button>
              </div>
            </Panel>
            <DayChanges title={say('calendarScreen.preview.days')} preview={preview} />
          </div>
        </div>
      )}
    </ScreenFrame>
  )
}
