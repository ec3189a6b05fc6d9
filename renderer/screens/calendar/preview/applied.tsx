import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { ScreenFrame } from '../../../app/screen-frame.tsx'
import { useMayNot } from '../../../client/use-may.ts'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { countMoves } from '../../../law/move-rows.ts'
import { MovesTable } from '../../../law/moves-table.tsx'
import type { useCalendarPlace } from '../calendar-place.ts'
import { DayChanges } from './day-changes.tsx'
import { Figures } from './figures.tsx'
import styles from './preview-frame.module.css'

interface AppliedProps {
  readonly applied: NonNullable<ReturnType<typeof useCalendarPlace.getState>['applied']>
}

/** What a change has done: whose deadlines moved, and the way back. */
export function Applied({ applied: { change, preview } }: AppliedProps) {
  const { say } = useWords()
  const [, navigate] = useLocation()
  const mayNot = useMayNot('desk.administer')
  const isUndo = change.kind === 'undo'
  const title = say(isUndo ? 'calendarScreen.applied.undone' : 'calendarScreen.applied.title')
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
      ],
      [say, navigate],
    ),
  )
  return (
    <ScreenFrame
      title={title}
      summary={
        <Tag icon="ok" tone="accepted" wraps>
          {say('calendarScreen.applied.now', {
            versions: change.years.map(({ to }) => (to === 'none' ? say('calendarScreen.noData') : to)).join(', '),
          })}
        </Tag>
      }
      acts={
        <>
          {change.canBeUndone && mayNot === null && (
            <Button icon="history" onClick={() => navigate(`/calendar/undo-${change.id}`)}>
              {say('calendarScreen.applied.undo')}
            </Button>
          )}
          <ButtonLink href="#/calendar" look="main" icon="calendar" shortcut="Esc">
            {say('calendarScreen.preview.back')}
          </ButtonLink>
        </>
      }
    >
      <div className={styles.preview}>
        <div className={styles.main}>
          <Figures counts={countMoves(preview.moves)} openDeadlines={preview.openDeadlines} isDone />
          {preview.moves.length === 0 ? (
            <div className={styles.nobody}>
              <EmptyState icon="ok" title={say('calendarScreen.applied.nobody')} />
            </div>
          ) : (
            <MovesTable label={say('calendarScreen.applied.moves')} moves={preview.moves} />
          )}
        </div>
        <div className={styles.side}>
          <DayChanges title={say('calendarScreen.applied.days')} preview={preview} />
        </div>
      </div>
    </ScreenFrame>
  )
}
