import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { LANGUAGES } from '#shared/i18n/language.ts'
import type { Command } from '../commands/command.ts'
import { useCommands } from '../commands/use-commands.ts'
import { Button } from '../components/button.tsx'
import { Tag } from '../components/tag.tsx'
import { useWords } from '../i18n/use-words.ts'
import { ActionFailure } from '../notices/action-failure.tsx'
import { type LineActs, useLineActs } from '../screens/queue/use-line-acts.ts'
import styles from './desk-acts.module.css'
import { useViewChoice } from './use-view-choice.ts'

interface DeskActsProps {
  /** `null` = this is no training. */
  readonly onLeaveTraining: (() => void) | null
}

/** What a clerk can do from any screen: the line to the service, language, theme, the end of training. Says what came of it. */
export function DeskActs({ onLeaveTraining }: DeskActsProps) {
  const { say } = useWords()
  const line = useLineActs()
  const [isSaid, setIsSaid] = useState(false)
  const [location] = useLocation()
  useViewCommands()
  useLineCommands(line, () => setIsSaid(true))
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        onLeaveTraining === null
          ? []
          : [{ id: 'training.leave', name: say('palette.titles.leaveTraining'), run: onLeaveTraining }],
      [say, onLeaveTraining],
    ),
    'desk',
  )
  const { forgetError } = line
  const forget = useRef(forgetError)
  useEffect(() => {
    forget.current = forgetError
  })
  useEffect(() => {
    // What was said belongs to the screen it was said on.
    if (location === '') return
    setIsSaid(false)
    forget.current()
  }, [location])

  if (!isSaid) return null
  return (
    <div className={styles.outcome} role="status">
      <ActionFailure error={line.error} onClose={forgetError} />
      {line.error === null && line.checked !== null && (
        <p className={styles.said}>
          <Tag icon="line" wraps>
            {line.checked}
          </Tag>
          <Button look="bare" isSmall icon="close" onClick={() => setIsSaid(false)}>
            {say('common.close')}
          </Button>
        </p>
      )}
    </div>
  )
}

function useLineCommands(line: LineActs, onRun: () => void): void {
  const { say } = useWords()
  const latest = useRef({ line, onRun })
  useEffect(() => {
    latest.current = { line, onRun }
  })
  const { isByHand, isPaused } = line
  useCommands(
    useMemo<readonly Command[]>(() => {
      if (isByHand) return []
      const now = () => latest.current.line
      const isFree = () => !now().isBusy
      return [
        {
          id: 'queue.check',
          name: say('queue.checkConnection'),
          title: say('palette.titles.check'),
          isEnabled: isFree,
          run() {
            latest.current.onRun()
            now().check()
          },
        },
        {
          id: 'queue.pause',
          name: isPaused ? say('queue.resume') : say('queue.pause'),
          title: isPaused ? say('palette.titles.resume') : say('palette.titles.pause'),
          isEnabled: isFree,
          run() {
            latest.current.onRun()
            if (now().isPaused) now().resume()
            else now().pause()
          },
        },
      ]
    }, [say, isByHand, isPaused]),
    'desk',
  )
}

/** Whoever sits before a desk in a language they cannot read finds their own by its own name. */
function useViewCommands(): void {
  const { say, language } = useWords()
  const { scheme, chooseLanguage, turnTheme } = useViewChoice()
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        ...LANGUAGES.filter((code) => code !== language).map((code) => ({
          id: `language.${code}`,
          name: say('palette.language', { name: say(`common.languages.${code}`) }),
          alsoCalled: [say(`common.languages.${code}`), 'Язык', 'Тіл', 'Language', ENGLISH_NAMES[code]],
          run: () => chooseLanguage(code),
        })),
        {
          id: 'theme',
          name: scheme === 'light' ? say('shell.switchToDark') : say('shell.switchToLight'),
          alsoCalled: [say('shell.theme'), say('commands.theme'), say('shell.themes.dark'), say('shell.themes.light')],
          run: turnTheme,
        },
      ],
      [say, language, scheme, chooseLanguage, turnTheme],
    ),
    'desk',
  )
}

const ENGLISH_NAMES = { kk: 'Kazakh', ru: 'Russian', en: 'English' } as const
