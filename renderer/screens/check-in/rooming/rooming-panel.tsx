import { useEffect, useMemo, useRef } from 'react'
import type { Command } from '../../../commands/command.ts'
import { useCommands } from '../../../commands/use-commands.ts'
import { Button } from '../../../components/button.tsx'
import { Panel } from '../../../components/panel.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { problemCount, roomCount } from '../../../lists/brought-list.ts'
import { ListIntake } from '../../../lists/list-intake.tsx'
import { ListPreview } from '../../../lists/list-preview.tsx'
import { useCheckIn } from '../check-in-context.ts'
import styles from './rooming-panel.module.css'
import { stayRemarks } from './stay-remarks.ts'
import type { Rooming } from './use-rooming.ts'

/** The list of a group on its way into the check-in: brought in, looked at, taken over. */
export function RoomingPanel({ rooming }: { readonly rooming: Rooming }) {
  const words = useWords()
  const { say } = words
  const { form, acts } = useCheckIn()
  const { list } = form
  const { reading, close, take } = rooming
  const count = reading?.people.filter(({ isSomebody }) => isSomebody).length ?? 0
  const problems = reading === null ? 0 : problemCount(reading)
  useRoomingKeys(rooming)
  return (
    <Panel
      title={say('rooming.title')}
      icon="guests"
      aside={
        <Button look="bare" isSmall shortcut="Esc" onClick={close}>
          {say('rooming.close')}
        </Button>
      }
    >
      {reading === null || list === null ? (
        <ListIntake intake={rooming.intake} />
      ) : (
        <>
          <ListPreview list={list} reading={reading} remarks={stayRemarks(reading, words)} onChange={acts.setList} />
          <footer className={styles.foot}>
            <span role="status" className={styles.count}>
              {say('rooming.found', { count })}
              {roomCount(reading) > 0 && ` · ${say('rooming.rooms', { count: roomCount(reading) })}`}
              {problems === 0 ? (
                <Tag icon="ok" tone="accepted">
                  {say('rooming.allRead')}
                </Tag>
              ) : (
                <Tag icon="stop" tone="rejected">
                  {say('rooming.toCheck', { count: problems })}
                </Tag>
              )}
            </span>
            <Button
              look="main"
              icon="check"
              shortcut="Ctrl Enter"
              data-act="take-list"
              aria-disabled={count === 0 ? true : undefined}
              onClick={() => count > 0 && take()}
            >
              {say('rooming.take', { count })}
            </Button>
          </footer>
        </>
      )}
    </Panel>
  )
}

function useRoomingKeys({ close }: Rooming): void {
  const { say } = useWords()
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'rooming.close',
          name: say('rooming.close'),
          shortcut: { code: 'Escape' },
          inFooter: true,
          run: () => latest.current(),
        },
      ],
      [say],
    ),
  )
}
